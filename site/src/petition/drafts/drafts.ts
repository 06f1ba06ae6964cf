import type { KeyObject } from 'node:crypto'
import { dayMs } from '@portal/content/calendar/day'
import type { TypedFields } from '../fields/fields.ts'
import { hashKey, newIdempotencyKey, parseIdempotencyKey } from '../submit/idempotency-key.ts'
import { Unavailable } from '../failures.ts'
import { parseResumeCode, resumeCodePlaces, draftDays } from './resume-code.ts'
import { draftKeys, openDraft, sealDraft } from './seal.ts'
import type { Draft } from './seal.ts'
import { hkdfSync } from 'node:crypto'
import { encodeSigns } from '@portal/content/schema/mailbox/query-code'

/** A draft as it is stored: where its code leads to, the hash of its form's key, and the rest sealed. */
type StoredDraft = { id: Uint8Array; keyHash: Uint8Array; sealed: Uint8Array; savedAt: Date }

/** Sealed drafts. Throws `Unavailable` as the mailbox does. */
export type DraftStore = {
  /** Stores a draft, in place of an older one there; false where `most` drafts are stored already. */
  put(draft: StoredDraft, most: number): Promise<boolean>
  /** The draft there, unless it was saved before `since`. */
  read(id: Uint8Array, since: Date): Promise<{ sealed: Uint8Array; savedAt: Date } | null>
  /** Whether there was one. */
  erase(id: Uint8Array): Promise<boolean>
  /** Erases the draft of a form, if there is one. */
  eraseOf(keyHash: Uint8Array): Promise<void>
  /** Erases at most `limit` drafts that were saved before `before`; how many it erased. */
  eraseSaved(before: Date, limit: number): Promise<number>
}

/** Every field at its longest, several times over; more is no petition. */
const mostBytes = 64 * 1024
/** Signs of a step's name. */
const mostStep = 20
/** 1.3 GB at the very most: who fills that cannot fill the disk that petitions need. */
const mostDrafts = 20_000

type NotNow = { kind: 'unavailable'; retryAfter: number }

export type Saving =
  /** Under `key`, which is another than the posted one where that was not of this site. */
  | { kind: 'saved'; code: string; key: string; until: Date }
  | { kind: 'empty' }
  | { kind: 'too-long' }
  /** No room for further drafts; petitions have theirs. */
  | { kind: 'full' }
  | NotNow
/** One same answer to a wrong code, an expired one, and one that was used up. */
export type Resuming =
  | ({ kind: 'resumed'; code: string; savedAt: Date; until: Date } & Draft)
  | { kind: 'not-found' }
  | NotNow
export type Wiping = { kind: 'wiped' } | { kind: 'not-found' } | NotNow

/** Chosen by the form itself, or by nobody: alone they are nothing worth keeping. */
const chosenAnyway = new Set(['petitioner', 'notifyBy'])

/**
 * Saving a form that is not finished, and going on with it on another device. The last saving
 * counts. What is stored can be found and opened by the code alone, and the code is not stored.
 */
export function createDrafts(parts: { store: DraftStore; pepper: KeyObject; now: () => Date }) {
  const { store, pepper, now } = parts
  const until = (savedAt: Date) => new Date(savedAt.getTime() + draftDays * dayMs)
  // A day more than is promised: the promise names a day, and a day ends at midnight.
  const oldest = () => new Date(now().getTime() - (draftDays + 1) * dayMs)
  // What cannot be a code leads to a place where nothing lies, so that it takes as long to answer.
  const keysOf = (code: string | null) => draftKeys(pepper, code ?? '')

  return {
    /** @param step the name of the step at which the citizen stopped */
    async save(typed: TypedFields, typedKey: string, step = ''): Promise<Saving> {
      const written = Object.entries(typed).filter(([, value]) => value.trim() !== '')
      if (written.every(([name]) => chosenAnyway.has(name))) return { kind: 'empty' }
      if (Buffer.byteLength(JSON.stringify(typed)) > mostBytes) return { kind: 'too-long' }
      const key = parseIdempotencyKey(typedKey) ?? newIdempotencyKey()
      const code = resumeCodeOf(key)
      const keys = draftKeys(pepper, code)
      const sealed = sealDraft(keys, { key, typed, step: step.slice(0, mostStep) })
      const savedAt = now()
      const draft = { id: keys.id, keyHash: hashKey(key), sealed, savedAt }
      return orNotNow(async () =>
        (await store.put(draft, mostDrafts))
          ? { kind: 'saved', code, key, until: until(savedAt) }
          : { kind: 'full' },
      )
    },

    async resume(typedCode: string): Promise<Resuming> {
      const code = parseResumeCode(typedCode)
      const keys = keysOf(code)
      return orNotNow(async () => {
        const found = await store.read(keys.id, oldest())
        const draft = found && openDraft(keys, found.sealed)
        if (!code || !draft) return { kind: 'not-found' }
        const { savedAt } = found
        return { kind: 'resumed', code, savedAt, until: until(savedAt), ...draft }
      })
    },

    async wipe(typedCode: string): Promise<Wiping> {
      const { id } = keysOf(parseResumeCode(typedCode))
      return orNotNow(async () => ({ kind: (await store.erase(id)) ? 'wiped' : 'not-found' }))
    },

    /** Erases the draft of a form that was filed before it was saved. Throws `Unavailable`. */
    forget: (key: string): Promise<void> => store.eraseOf(hashKey(key)),

    /** Erases what has been kept long enough; how many drafts. Throws `Unavailable`. */
    eraseDue: (limit: number): Promise<number> => store.eraseSaved(oldest(), limit),
  }
}
export type Drafts = ReturnType<typeof createDrafts>

async function orNotNow<T>(work: () => Promise<T>): Promise<T | NotNow> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unavailable) return { kind: 'unavailable', retryAfter: error.retryAfter }
    throw error
  }
}

/**
 * 接着写的码 of a form: of its idempotency key by HKDF-SHA-256 (RFC 5869). So the same form saved
 * again, or by two clicks at once, is the same draft under the same code, and filing the form finds
 * its draft, although neither code nor key rests here. The key cannot be told from the code.
 */
export function resumeCodeOf(key: string): string {
  const bytes = new Uint8Array(hkdfSync('sha256', key, '', 'resume code v1', 32))
  return encodeSigns(bytes, resumeCodePlaces)
}
