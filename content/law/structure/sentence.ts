/** True where a text ends as a sentence or a list entry does. */
export function isEnded(text: string): boolean {
  return /[。；：！？….．;:][”’」』）)]*$/u.test(text)
}

/** True for words that could be a heading: short, no sentence, no formula. */
export function isTitleLike(text: string, longest = 60): boolean {
  return text.length > 0 && text.length <= longest && !/[。；：！？;:＝=×÷]/u.test(text)
}

/** Whether a quotation is open after this text, given whether one was open before. */
export function quoteAfter(text: string, open: boolean): boolean {
  const last = Math.max(text.lastIndexOf('“'), text.lastIndexOf('”'))
  return last < 0 ? open : text[last] === '“'
}
