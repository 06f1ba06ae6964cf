/** Entries of one type that refer to something. */
export type Use = {
  /** What staff call the type. */
  kind: string
  uid: string
  count: number
  /** A few of them, for whoever may read them. */
  some: { documentId: string; title: string }[]
}
