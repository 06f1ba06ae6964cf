/** What waits for somebody, as the home page lists it. Instants are ISO 8601, UTC. */
export type Item = {
  uid: string
  documentId: string
  title: string
  type: string
  word: string
  at: string
}
