import type { Core } from '@strapi/strapi'
import { faultOfCase } from '../from-case/case-choice.ts'
import { faultOfSecond } from '../from-case/keep-links.ts'
import { checkPrivacy, type Findings } from '../gate/check-privacy.ts'
import type { PrivacyHit, UnreadFile } from '../../contracts/publications/editions.ts'
import { knownOf } from '../../privacy/known-people.ts'
import { namesOf } from '../../privacy/unread-files.ts'
import { publicationOf } from '../transcribe/publications.ts'
import { describeFaults } from '../gate/describe-faults.ts'
import type { WorkflowRow } from './workflow-store.ts'
import { documentsOf } from '../../strapi/documents.ts'
import type { EntryKey } from '../editions/entry.ts'

/** What stands between a draft and citizens: a sentence for staff, and the privacy hits if it is those. */
type Barrier = { reason: string; hits: PrivacyHit[] }

/** What of a draft nobody has let pass or looked at: privacy hits, doubts, and files that no program can read. */
export async function openFindings(
  strapi: Core.Strapi,
  { uid, documentId }: EntryKey,
  { overrides, looked }: Pick<WorkflowRow, 'overrides' | 'looked'>,
): Promise<Findings> {
  const passed = new Set(overrides.map(({ digest }) => digest))
  const seen = new Set(looked.map(({ digest }) => digest))
  const { hits, doubts, unread } = await checkPrivacy(strapi, uid, documentId)
  return {
    hits: hits.filter(({ digest }) => !passed.has(digest)),
    doubts: doubts.filter(({ digest }) => !seen.has(digest) && !passed.has(digest)),
    unread: unread.filter(({ digest }) => !seen.has(digest)),
  }
}

/** Names the places of hits without what stands there, which must not reach a record. */
export function placesOf(hits: readonly PrivacyHit[]): string {
  return [...new Set(hits.map(({ label, kind }) => `${label}（${kind}）`))].join('、')
}

/** What the schema of the snapshot, or a case that is not there or does not open, has against a draft. */
export async function findFault(strapi: Core.Strapi, key: EntryKey): Promise<Barrier | undefined> {
  const publication = publicationOf(key.uid)
  if (!publication) return { reason: '这类内容不在门户上发布。', hits: [] }
  const faults = await describeFaults(strapi, publication, key.documentId)
  if (faults) return { reason: faults.message, hits: [] }
  return findFaultOfCase(strapi, key)
}

/** What a case that is not there, or cannot be opened, has against a draft: nobody knows whose names to look for. */
export async function findFaultOfCase(
  strapi: Core.Strapi,
  { uid, documentId }: EntryKey,
): Promise<Barrier | undefined> {
  const draft = await documentsOf(strapi, uid).findOne({ documentId })
  const fault =
    (await faultOfCase(strapi, draft?.caseNumber)) ??
    (await faultOfSecond(strapi, draft?.caseNumber, documentId))
  if (fault) return { reason: `对应办件：${fault}。`, hits: [] }
  const known = await knownOf(strapi, draft?.caseNumber)
  return known.ok ? undefined : { reason: `对应办件：${known.fault}`, hits: [] }
}

/**
 * Checks a draft as it would be published: the schema of the snapshot, then personal data.
 * @param until doubts and files that nobody has looked at keep a draft from publication, not from review
 */
export async function findBarrier(
  strapi: Core.Strapi,
  key: EntryKey,
  row: Pick<WorkflowRow, 'overrides' | 'looked'>,
  until: 'review' | 'publication',
): Promise<Barrier | undefined> {
  const fault = await findFault(strapi, key)
  if (fault) return fault
  const { hits, doubts, unread } = await openFindings(strapi, key, row)
  if (hits.length > 0) {
    const reason = `可能含有个人信息：${placesOf(hits)}。请改掉；确属可以公开的，请点“请同事放行”，由没有改过这一稿的审核人员写明理由后放行。`
    return { reason, hits }
  }
  if (until === 'review' || doubts.length + unread.length === 0) return undefined
  return { reason: unseen(doubts, unread), hits: [] }
}

/** What is said of doubts, and of files, that nobody has looked at. */
export function unseen(doubts: readonly PrivacyHit[], files: readonly UnreadFile[]): string {
  if (doubts.length > 0) {
    return `这些地方也许能认出个人：${placesOf(doubts)}。请审核人员逐处看过，确认可以公开，再审核通过。`
  }
  return `这些文件里的字，程序读不出来：${namesOf(files)}。请审核人员逐个打开看过，确认没有个人信息，再审核通过。`
}
