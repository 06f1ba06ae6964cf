import type { Core } from '@strapi/strapi'
import type {
  WorkflowState,
  EditionPanelState,
  FieldChange,
} from '../../contracts/publications/editions.ts'
import { openFindings } from './publish-checks.ts'
import { compareTexts } from '../editions/compare.ts'
import { contentFields, type Content } from '../editions/content.ts'
import { labelOf } from '../../strapi/models.ts'
import {
  attributesOf,
  componentsOf,
  draftSavedAt,
  readContent,
  type EntryKey,
} from '../editions/entry.ts'
import { plainTextOf } from '../editions/plain-text.ts'
import { findWorkflow, listSteps } from './workflow-store.ts'
import { listEditions, readEdition } from '../editions/edition-store.ts'
import { allowedSteps } from './step-rules.ts'
import { stateWords, stepWord } from './state-labels.ts'
import { untouched, type Actor } from './workflow.ts'

const unpublished: WorkflowState[] = ['draft', 'returned', 'submitted', 'approved', 'scheduled']

/** The workflow of an entry for the person who looks at it; undefined where there is no such entry. */
export async function viewWorkflow(
  strapi: Core.Strapi,
  key: EntryKey,
  actor: Actor,
): Promise<EditionPanelState | undefined> {
  const savedAt = await draftSavedAt(strapi, key)
  if (!savedAt) return undefined
  const row = await findWorkflow(strapi, key)
  const workflow = row ?? untouched
  const { state, live, publishAt, resumeAt, withdrawAt, failure } = workflow
  const passed = row ?? { overrides: [], looked: [] }
  const { hits, doubts, unread } = unpublished.includes(state)
    ? await openFindings(strapi, key, passed)
    : { hits: [], doubts: [], unread: [] }
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
  const found = { hits, doubts, unread }
  return { savedAt, state, word, live, ...times, failure, may, ...found, steps, editions }
}

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
