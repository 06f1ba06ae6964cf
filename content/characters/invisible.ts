// Soft hyphens and marks of no width. The joiners stay: flags and families are made with them.
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

/** Takes out characters that leave no mark on paper, and that keep words from being found. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '')
}
