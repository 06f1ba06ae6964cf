import type { Core } from '@strapi/strapi'
import type { PrivacyHit } from '../privacy/hit.ts'
import type { UnreadFile } from '../privacy/unread.ts'
import { openFindings } from './barrier.ts'
import { compareTexts, type Piece } from './compare.ts'
import { contentFields, type Content } from './content.ts'
import { attributesOf, componentsOf, draftSavedAt, labelOf, readContent } from './entry.ts'
import { plainTextOf } from './plain.ts'
import { findWorkflow, listSteps, type EntryKey } from './record.ts'
import { listEditions, readEdition, type Edition } from './store.ts'
import { allowedSteps, untouched, type Actor, type State, type StepKind } from './transition.ts'
import { stateWords, stepWord } from './words.ts'

/** What the panel beside an entry shows. Instants are ISO 8601, UTC. */
export type DeskView = {
  /** When the draft that this is about was saved; what follows may be of a later one, never of an earlier. */
  savedAt: string
  state: State
  word: string
  live: number | null
  publishAt: string | null
  resumeAt: string | null
  withdrawAt: string | null
  failure: string | null
  may: StepKind[]
  hits: PrivacyHit[]
  unread: UnreadFile[]
  steps: { at: string; who: string; word: string; reason: string | null; edition: number | null }[]
  editions: Edition[]
}

const unpublished: State[] = ['draft', 'returned', 'submitted', 'approved', 'scheduled']

/** The workflow of an entry for the person who looks at it; undefined where there is no such entry. */
export async function viewWorkflow(
  strapi: Core.Strapi,
  key: EntryKey,
  actor: Actor,
): Promise<DeskView | undefined> {
  const savedAt = await draftSavedAt(strapi, key)
  if (!savedAt) return undefined
  const row = await findWorkflow(strapi, key)
  const workflow = row ?? untouched
  const { state, live, publishAt, resumeAt, withdrawAt, failure } = workflow
  const passed = row ?? { overrides: [], looked: [] }
  const { hits, unread } = unpublished.includes(state)
    ? await openFindings(strapi, key, passed)
    : { hits: [], unread: [] }
  // With hits a draft is sent to be let pass, without them to be reviewed.
  const idle = hits.length > 0 ? ['submit', 'approve'] : ['override', 'ask']
  const may = allowedSteps(workflow, actor).filter((kind) => !idle.includes(kind))
  const steps = (await listSteps(strapi, key))
    .reverse()
    .map(({ at, who, kind, reason, edition }) => ({
      at,
      who,
      word: stepWord(kind),
      reason,
      edition,
    }))
  const editions = await listEditions(strapi, key)
  const word = stateWords[state]
  const times = { publishAt, resumeAt, withdrawAt }
  return { savedAt, state, word, live, ...times, failure, may, hits, unread, steps, editions }
}

/** A field of two versions side by side; fields that are the same are left out. */
export type FieldChange = { field: string; label: string; pieces: Piece[] }

async function contentOf(
  strapi: Core.Strapi,
  key: EntryKey,
  version: number | 'draft',
): Promise<Content | undefined> {
  if (version === 'draft') return readContent(strapi, key, 'draft')
  return readEdition(strapi, key, version)
}

/** Compares two versions of an entry field by field; undefined where one of them is not there. */
export async function compareVersions(
  strapi: Core.Strapi,
  key: EntryKey,
  from: number | 'draft',
  to: number | 'draft',
): Promise<FieldChange[] | undefined> {
  const before = await contentOf(strapi, key, from)
  const after = await contentOf(strapi, key, to)
  if (!before || !after) return undefined
  const attributes = attributesOf(strapi, key.uid)
  const text = (content: Content, field: string) =>
    plainTextOf(content[field], attributes[field], componentsOf(strapi))
  return contentFields(attributes)
    .map(([field]) => ({
      field,
      label: labelOf(attributes, field),
      pieces: compareTexts(text(before, field), text(after, field)),
    }))
    .filter(({ pieces }) => pieces.some(({ kind }) => kind !== 'same'))
}
