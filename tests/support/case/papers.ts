import assert from 'node:assert/strict'
import type {
  CasePapers,
  PaperIssued,
  PaperLine,
} from '../../../cms/src/contracts/papers/papers.ts'
import type { Staff } from '../desk/staff.ts'
import { convert } from '../files/word-conversion.ts'

type Entry = { documentId: string }

/** The address of the papers of a case. */
export const papersOf = ({ documentId }: Entry, path = '') =>
  `/desk/cases/${documentId}/papers${path}`

/** The papers of a case that somebody is shown. */
export async function paperLines(staff: Staff, entry: Entry): Promise<PaperLine[]> {
  const { status, body } = await staff.call('GET', papersOf(entry))
  assert.equal(status, 200, JSON.stringify(body))
  return (body as CasePapers).papers
}

/** The first paper of a kind. */
export const paperLine = async (staff: Staff, entry: Entry, paper: string): Promise<PaperLine> =>
  (await paperLines(staff, entry)).find((line) => line.paper === paper) ?? assert.fail(paper)

/** Asks for the number of a paper. */
export const askPaper = (staff: Staff, entry: Entry, { paper, of, about }: PaperLine) =>
  staff.call('POST', papersOf(entry), { paper, of, about })

/** Gives the first paper of a kind its number. */
export async function issuePaper(staff: Staff, entry: Entry, paper: string): Promise<PaperIssued> {
  const { status, body } = await askPaper(staff, entry, await paperLine(staff, entry, paper))
  assert.equal(status, 200, JSON.stringify(body))
  return body as PaperIssued
}

/** What a paper says, read back from its Word file. */
export async function paperText(staff: Staff, entry: Entry, id: number): Promise<string> {
  const answer = await staff.fetch(papersOf(entry, `/${id}`))
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; .*\.docx$/)
  const converted = await convert(Buffer.from(await answer.arrayBuffer()))
  return converted.ok ? `${converted.title}\n${converted.markdown}` : assert.fail(converted.error)
}
