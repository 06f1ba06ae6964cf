/** A search engine that is measured. */
export type Engine = {
  name: string
  /** Builds the index from the texts, in place of an earlier one. */
  index(): Promise<void>
  /** Of everything that the index consists of. */
  bytes(): Promise<number>
  /** Serves the index with a search page: one text box, `[data-result]` hits, `aria-busy` while at work. */
  serve(): Promise<{ url: string; page: string; stop(): Promise<void> }>
  /** For each query the places of all texts found. */
  findAll(queries: string[], url: string): Promise<Set<number>[]>
}
