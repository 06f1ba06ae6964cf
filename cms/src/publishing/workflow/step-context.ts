import type { Core } from '@strapi/strapi'
import type { PrivacyHit } from '../../contracts/publications/editions.ts'
import { digestOf } from '../editions/content.ts'
import { readContent, type EntryKey } from '../editions/entry.ts'
import type { Actor } from './workflow.ts'
import { addStep, type StepRow, type WorkflowRow } from './workflow-store.ts'

/** Who takes a step, with the name that the record shows. */
export type Person = Actor & { name: string }

/** A step under way: the workflow is held by the caller's transaction. */
export type StepContext = {
  strapi: Core.Strapi
  key: EntryKey
  row: WorkflowRow
  person: Person
  now: Date
}

/** What became of it. `missing` names fields whose file is gone, `barrier` what kept a restored text from review. */
export type StepOutcome =
  | { ok: true; missing: string[]; barrier: string | null }
  | {
      ok: false
      because: 'role' | 'rule' | 'input' | 'absent' | 'gate'
      reason: string
      hits?: PrivacyHit[]
    }

/** A step that was taken, and nothing to add. */
export const done = { ok: true, missing: [] as string[], barrier: null } as const
/** A step that was not taken, and why not. */
export const refuse = (
  because: 'rule' | 'input' | 'gate',
  reason: string,
  hits: PrivacyHit[] = [],
) => ({ ok: false, because, reason, hits }) as const

/** Adds to the record what this person did. */
export async function recordStep(
  { strapi, key, person, now }: StepContext,
  step: Partial<StepRow> & { kind: string },
) {
  const { name: who, id: whoId } = person
  const at = now.toISOString()
  await addStep(strapi, key, { at, who, whoId, reason: null, edition: null, ...step })
}

/** The digest of the draft as it is now. */
export async function draftDigest({ strapi, key }: StepContext): Promise<string> {
  return digestOf((await readContent(strapi, key, 'draft')) ?? {})
}
