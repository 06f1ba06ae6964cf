/** An address for a title, and whose an address is already; null where that was not asked, or nobody's. */
export type SlugAnswer = { suggestion: string | null; owner: string | null }
