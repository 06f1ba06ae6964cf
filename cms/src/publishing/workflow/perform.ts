import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { StaleError } from '../../strapi/stale-errors.ts'
import { refuseStale } from './stale-saves.ts'
import type { PrivacyHit } from '../../contracts/editions.ts'
import { namesOf } from '../../privacy/unread-files.ts'
import {
  findBarrier,
  findFault,
  findFaultOfCase,
  openFindings,
  placesOf,
  unseen,
} from './publish-checks.ts'
import { digestOf, type Content } from '../editions/content.ts'
import { exists, readContent, writeDraft, type EntryKey } from '../editions/entry.ts'
import { insideWorkflow } from './workflow-context.ts'
import { holdWorkflow, saveWorkflow, type Override } from './workflow-store.ts'
import { readEdition, type Looked } from '../editions/edition-store.ts'
import { takeStep, type Step, type Workflow } from './transition.ts'
import { officeMinute } from '../../strapi/stored-fields.ts'
import {
  draftDigest,
  note,
  publishDraft,
  unpublishLive,
  voidChanged,
  type Person,
  type Work,
} from './step-context.ts'
import { documentsOf } from '../../strapi/documents.ts'

/**
 * A step as the desk asks for it: `digests` are the hits to let pass, `looked` the
 * doubts and files that this person has looked at, `submit` sends a restored text
 * on, `seen` is when the draft on the page was saved.
 */
export type Ask = Step & {
  digests?: string[]
  submit?: boolean
  looked?: string[]
  seen?: string | undefined
}

/** What became of it. `missing` names fields whose file is gone, `barrier` what kept a restored text from review. */
export type Outcome =
  | { ok: true; missing: string[]; barrier: string | null }
  | {
      ok: false
      because: 'role' | 'rule' | 'input' | 'absent' | 'gate'
      reason: string
      hits?: PrivacyHit[]
    }

const done = { ok: true, missing: [] as string[], barrier: null } as const
const refuse = (because: 'rule' | 'input' | 'gate', reason: string, hits: PrivacyHit[] = []) =>
  ({ ok: false, because, reason, hits }) as const

async function submit(work: Work, next: Workflow): Promise<Outcome> {
  const { strapi, key, row } = work
  const barrier = await findBarrier(strapi, key, row, 'review')
  if (barrier) return refuse('gate', barrier.reason, barrier.hits)
  await saveWorkflow(strapi, row.id, { ...next, digest: await draftDigest(work) })
  await note(work, { kind: 'submit' })
  return done
}

/** Sends a draft with privacy hits to whoever may let them pass, with why they should be. */
async function askToPass(work: Work, next: Workflow, reason: string): Promise<Outcome> {
  const { strapi, key, row } = work
  const fault = await findFault(strapi, key)
  if (fault) return refuse('gate', fault.reason)
  const { hits } = await openFindings(strapi, key, row)
  if (hits.length === 0) return refuse('rule', '没有要放行的提示：请直接提交审核。')
  await saveWorkflow(strapi, row.id, { ...next, digest: await draftDigest(work) })
  await note(work, { kind: 'ask', reason: `${placesOf(hits)}：${reason}` })
  return done
}

/** Approves a draft of which nothing is open: hits were let pass, and this person has looked at what no program reads. */
async function approve(work: Work, next: Workflow, digests: readonly string[]): Promise<Outcome> {
  const { strapi, key, row, person, now } = work
  const fault = await findFaultOfCase(strapi, key)
  if (fault) return refuse('gate', fault.reason)
  const { hits, doubts, unread } = await openFindings(strapi, key, row)
  if (hits.length > 0) {
    const reason = `有个人信息提示没有放行：${placesOf(hits)}。请写明理由放行，或者退回修改。`
    return refuse('gate', reason, hits)
  }
  const isOpen = ({ digest }: { digest: string }) => !digests.includes(digest)
  const open = [doubts.filter(isOpen), unread.filter(isOpen)] as const
  if (open.flat().length > 0) return refuse('gate', unseen(...open))
  const { id: by, name: who } = person
  const at = now.toISOString()
  const places = new Map(doubts.map((doubt) => [doubt.digest, placesOf([doubt])]))
  const files = unread.map(({ digest, name }) => [digest, name] as const)
  const added: Looked[] = [...places, ...files].map((one) => {
    const [digest, name] = one
    return { digest, name, by, who, at }
  })
  await saveWorkflow(strapi, row.id, { ...next, looked: [...row.looked, ...added] })
  if (doubts.length > 0) {
    await note(work, { kind: 'confirm', reason: `${placesOf(doubts)}：可以公开` })
  }
  if (unread.length > 0) {
    await note(work, { kind: 'look', reason: `${namesOf(unread)}：没有个人信息` })
  }
  const { publishAt } = next
  const reason = publishAt ? `仍定于${officeMinute(publishAt)}发布` : null
  await note(work, { kind: 'approve', reason })
  return done
}

async function restore(work: Work, next: Workflow, ask: Ask, current: Content): Promise<Outcome> {
  if (ask.kind !== 'restore') return done
  const { strapi, key, person, now } = work
  const content = await readEdition(strapi, key, ask.edition)
  if (!content) return refuse('input', '没有这个历史版本。')
  if (digestOf(content) === digestOf(current)) {
    return refuse('rule', `草稿与第 ${ask.edition} 版相同，不用恢复。`)
  }
  const missing = await writeDraft(strapi, key, content)
  await saveWorkflow(strapi, work.row.id, { ...next, digest: await draftDigest(work) })
  await note(work, { kind: 'restore', edition: ask.edition })
  if (!ask.submit) return { ...done, missing }
  const row = await holdWorkflow(strapi, key)
  const taken = takeStep(row, { kind: 'submit' }, person, now)
  const sent = taken.ok ? await submit({ ...work, row }, taken.workflow) : taken
  return { ok: true, missing, barrier: sent.ok ? null : sent.reason }
}

/** The published version becomes the draft again, with the links that Strapi dropped from it. */
async function discard({ strapi, key, row }: Work): Promise<void> {
  await documentsOf(strapi, key.uid).discardDraft({ documentId: key.documentId })
  const content = row.live === null ? undefined : await readEdition(strapi, key, row.live)
  if (content) await writeDraft(strapi, key, content)
}

async function override(work: Work, ask: Ask): Promise<Outcome> {
  const { strapi, key, row, person, now } = work
  if (ask.kind !== 'override') return done
  const { hits } = await openFindings(strapi, key, row)
  const chosen = hits.filter(({ digest }) => ask.digests?.includes(digest))
  if (chosen.length === 0) return refuse('input', '请选择要放行的提示。')
  const { name: who, id: by } = person
  const added: Override[] = [...new Set(chosen.map(({ digest }) => digest))].map((digest) => ({
    digest,
    by,
    who,
    reason: ask.reason,
    at: now.toISOString(),
  }))
  await saveWorkflow(strapi, row.id, { overrides: [...row.overrides, ...added] })
  await note(work, { kind: 'override', reason: `${placesOf(chosen)}：${ask.reason}` })
  return done
}

async function take(work: Work, ask: Ask, next: Workflow, current: Content): Promise<Outcome> {
  const { strapi, key, row } = work
  const plain = async (reason: string | null = null): Promise<Outcome> => {
    await saveWorkflow(strapi, row.id, next)
    await note(work, { kind: ask.kind, reason })
    return done
  }
  switch (ask.kind) {
    case 'submit':
      return submit(work, next)
    case 'ask':
      return askToPass(work, next, ask.reason)
    case 'approve':
      return approve(work, next, ask.looked ?? [])
    case 'publish':
    case 'schedule': {
      const barrier = await findBarrier(strapi, key, row, 'publication')
      if (barrier) return refuse('gate', barrier.reason, barrier.hits)
      if (ask.kind === 'schedule') return plain(`定于${officeMinute(ask.at)}发布`)
      await publishDraft(work, next, null)
      return done
    }
    case 'withdraw':
      await unpublishLive(work, next, ask.reason, ask.note)
      return done
    case 'expire':
      return plain(`定于${officeMinute(ask.at)}撤下。${ask.reason}`)
    case 'discard':
      await discard(work)
      await saveWorkflow(strapi, row.id, { ...next, digest: await draftDigest(work) })
      await note(work, { kind: 'discard' })
      return done
    case 'restore':
      return restore(work, next, ask, current)
    case 'override':
      return override(work, ask)
    case 'return':
      return plain(ask.reason)
    default:
      return plain()
  }
}

const untaken = '这一步还没有办：请看过新的内容再办。'
const bound = ['approve', 'publish', 'schedule']

/**
 * Takes one step of the workflow of an entry, all of it in one transaction: state, record, edition,
 * Strapi's own publication and the request for a new release.
 * @returns why not, in a sentence for staff, where role, rule, input or the checks forbid it
 */
export async function performStep(
  strapi: Core.Strapi,
  key: EntryKey,
  ask: Ask,
  person: Person,
  now: Date,
): Promise<Outcome> {
  const run = async (): Promise<Outcome> => {
    const absent = { ok: false, because: 'absent', reason: '没有这条内容。' } as const
    if (!(await exists(strapi, key))) return absent
    const row = await holdWorkflow(strapi, key)
    const current = await readContent(strapi, key, 'draft')
    if (!current) return absent
    if (ask.seen) await refuseStale(strapi, key, Date.parse(ask.seen), untaken)
    const work: Work = { strapi, key, row, person, now }
    const taken = takeStep(row, ask, person, now)
    if (!taken.ok) return taken
    const digest = digestOf(current)
    if (bound.includes(ask.kind) && digest !== row.digest) {
      await voidChanged(work, digest)
      return refuse('rule', '提交以后内容或图片有改动，原来的审核作废：请看过后重新提交。')
    }
    return take(work, ask, taken.workflow, current)
  }
  try {
    return await insideWorkflow(() => strapi.db.transaction(run))
  } catch (error) {
    if (error instanceof StaleError) return refuse('rule', error.message)
    if (error instanceof errors.ValidationError) return refuse('gate', error.message)
    throw error
  }
}
