import assert from 'node:assert/strict'
import { collection, type Staff } from './staff.ts'

export type Row = { documentId: string; path: string; title: string; phrasings: string | null }
export type Target = {
  uid: string
  documentId: string
  article: { number: number; insertion: number } | null
  title: string
}
export type View = {
  state: string
  queries: { query: string; count: number }[]
  groups: { documentId: string; words: string[] }[]
  dead: string[]
  may: Record<string, boolean>
}

/** What the desk shows of what was sought and not found. */
export async function view(staff: Staff): Promise<View> {
  const { status, body } = await staff.call('GET', '/desk/missed')
  assert.equal(status, 200)
  return body as View
}
/** The queries that are still to be dealt with. */
export const open = async (staff: Staff) => (await view(staff)).queries.map(({ query }) => query)
/** Asks the desk to deal with one. */
export const post = (staff: Staff, path: string, body: object) =>
  staff.call('POST', `/desk/missed/${path}`, body)
/** Why it would not. */
export const said = ({ body }: { body: never }) =>
  (body as { error?: { message?: string } }).error?.message ?? ''
/** Sees that something was refused, and with which words. */
export const refused = (answer: { status: number; body: never }, status: number, words: RegExp) => {
  assert.equal(answer.status, status, JSON.stringify(answer.body))
  assert.match(said(answer), words)
}
/** The pages that a title leads to. */
export async function find(staff: Staff, words: string): Promise<Target[]> {
  const path = `/desk/missed/pages?q=${encodeURIComponent(words)}`
  const { status, body } = await staff.call('GET', path)
  assert.equal(status, 200)
  return (body as { pages: Target[] }).pages
}
/** An entry as the content manager shows it. */
export async function read(staff: Staff, type: string, documentId: string): Promise<Row> {
  const { body } = await staff.call('GET', `${collection(type)}/${documentId}`)
  return (body as { data: Row }).data
}
/** The fixed pages. */
export async function pages(staff: Staff): Promise<Row[]> {
  const { body } = await staff.call('GET', `${collection('page')}?pageSize=50`)
  return (body as { results: Row[] }).results
}
