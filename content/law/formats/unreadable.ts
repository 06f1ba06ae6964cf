import type { HTMLElement } from 'node-html-parser'

const unread: [selector: string, said: string][] = [
  ['img', '这里有图片，里面的内容读不出来：请录成文字；只作装饰的请删去，再导入'],
  ['math', '这里有公式，没法照原样写成一行文字：请改写成文字再导入'],
  ['del, s, strike', '这里有划了删除线的文字：该删的请删去，该留的请去掉删除线，再导入'],
]

/** Small marks that sites put before a link, and pictures without an address. */
function isOrnament(picture: HTMLElement): boolean {
  const size = (name: string) => Number.parseInt(picture.getAttribute(name) ?? '999', 10)
  const source = picture.getAttribute('src') ?? ''
  return source === '' || size('width') <= 32 || size('height') <= 32 || /icon|\/ico/iu.test(source)
}

/**
 * What stands between the first line of the text and its last and cannot be read.
 * @param from where the text begins in the file
 * @param to where it ends
 */
export function unreadable(
  document: HTMLElement,
  from: number,
  to: number,
): { at: number; said: string } | null {
  for (const [selector, said] of unread) {
    const found = document.querySelectorAll(selector).find((element) => {
      const [at] = element.range
      const drawn = selector !== 'img' || !isOrnament(element)
      return at >= from && at <= to && drawn && (selector === 'img' || element.text.trim())
    })
    if (found) return { at: found.range[0], said }
  }
  return null
}
