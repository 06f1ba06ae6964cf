import { isDeepStrictEqual } from 'node:util'
import { createSecretKey } from 'node:crypto'
import { makeAccess } from '@portal/content/schema/mailbox/access'
import { codeMark } from '@portal/content/schema/mailbox/code-mark'
import type { Core } from '@strapi/strapi'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { KeptAttachment } from '../../contracts/cases/desk-state.ts'
import { layout } from '../../environment.ts'
import type { BodyOf, EventBody } from '../events/event.ts'
import type { StaffActor } from '../events/staff-actor.ts'
import { openLog, readLog } from '../events/event-log.ts'
import type { CaseAccess } from '../mailbox/create-access.ts'
import { readKeyFile } from '../sealed/key-file.ts'
import { readCase, type CaseRow } from '../record/case-record.ts'
import { namesIn, readFinder, textsOf } from '../record/named-units.ts'
import { addCase } from '../record/record-events.ts'
import { linkRepeat } from '../rules/repeats/link-repeat.ts'
import { settleOnSpot } from '../rules/actions/settle-on-spot.ts'
import { openFile } from '../files/file-token.ts'
import { bookSlot } from './book-slot.ts'
import { deriveForm } from './form-secrets.ts'
import type { Registration } from './parse-registration.ts'
import { moveScans, putBackScans } from './scans.ts'

export type Registered =
  | { kind: 'registered'; row: CaseRow; code: string }
  /** The form was sent before, with other words. */
  | { kind: 'conflict'; row: CaseRow }
  /** Something that was said at once is not allowed, in words for staff. */
  | { kind: 'refused'; field: 'settled' | 'repeatOf' | 'scans' | 'slot'; reason: string }

async function makeCodeAccess(number: string, code: string, pepper: string): Promise<CaseAccess> {
  const identity = await generateX25519Identity()
  const mark = codeMark(createSecretKey(pepper, 'base64url'), number, code)
  return {
    statusRecipient: await identityToRecipient(identity),
    access: { ...(await makeAccess(number, code, identity)), mark },
  }
}

const lost: Registered = {
  kind: 'refused',
  field: 'scans',
  reason: '有材料打不开了，请删去，再加一次。',
}

/** What an event says beside the access, which is another each time it is made. */
function saidIn(body: EventBody): unknown {
  const access = ['statusRecipient', 'access']
  const text = JSON.stringify(body, (name, value: unknown) =>
    access.includes(name) ? undefined : value,
  )
  return JSON.parse(text)
}

/** Whether a case began with these events. */
async function beganWith(
  strapi: Core.Strapi,
  number: string,
  bodies: readonly EventBody[],
): Promise<boolean> {
  const first = openLog(await readLog(strapi, number)).slice(0, bodies.length)
  return isDeepStrictEqual(
    first.map(({ body }) => saidIn(body)),
    bodies.map(saidIn),
  )
}

/**
 * Makes a case of what a clerk has written down. It counts from when it came, and is registered (art. 22) as it is
 * written down. The same form sent again by the same clerk is the same case, however often and at once.
 * @param key of the form
 */
export async function registerCase(
  strapi: Core.Strapi,
  key: string,
  { filed, scans, at, settled, repeatOf, slot }: Registration,
  actor: StaffActor,
  now: Date,
): Promise<Registered> {
  const [pepper = ''] = readKeyFile(layout.pepper)
  const { number, code } = deriveForm(key, actor.id, pepper)
  const settling =
    settled === null
      ? null
      : settleOnSpot({ ...filed, channel: filed.channel ?? null, state: 'registered' }, settled)
  if (settling && !settling.ok)
    return { kind: 'refused', field: 'settled', reason: settling.reason }
  const linking =
    repeatOf && linkRepeat({ number, repeatOf: null }, repeatOf.number, repeatOf.reason)
  if (linking && !linking.ok) return { kind: 'refused', field: 'repeatOf', reason: linking.reason }
  if (repeatOf && !(await readCase(strapi, { number: repeatOf.number }))) {
    return { kind: 'refused', field: 'repeatOf', reason: '没有这个编号的办件，请核对。' }
  }
  const files = scans.flatMap((file) => openFile(pepper, number, file) ?? [])
  if (files.length < scans.length) return lost
  const attachments = files.map((file): KeptAttachment => ({
    ...file,
    at: at.toISOString(),
    state: 'kept',
  }))
  const access = await makeCodeAccess(number, code, pepper)
  const body: BodyOf<'filed'> = { ...filed, attachments, ...access }
  const later: EventBody[] = [
    { kind: 'registered', told: '信访部门已登记。' },
    ...(linking ? [linking.body] : []),
    ...(settling ? [settling.body] : []),
  ]
  const named = namesIn(await readFinder(strapi), textsOf({ ...filed, attachments }), filed.region)
  const eventsOf = (more: EventBody[]) => [
    { at: at.toISOString(), actor, body },
    ...[...later, ...more].map((said) => ({ at: now.toISOString(), actor, body: said })),
  ]
  const answerKnown = async (): Promise<Registered | null> => {
    const row = await readCase(strapi, { number })
    if (!row) return null
    const same = await beganWith(strapi, number, [body, ...later])
    return same ? { kind: 'registered', row, code } : { kind: 'conflict', row }
  }
  const known = await answerKnown()
  if (known) return known
  if (!(await moveScans(number, files))) return lost
  try {
    // Counted in the transaction, so that no two take the last place.
    const refused = await strapi.db.transaction(async () => {
      const booking = slot === null ? null : await bookSlot(strapi, slot, filed, named, now)
      if (booking && !booking.ok) return booking.reason
      await addCase(strapi, number, eventsOf(booking ? [booking.body] : []), named)
      return null
    })
    if (refused !== null) {
      // The same form, at the same moment, may have taken the last place.
      const other = await answerKnown()
      if (other) return other
      await putBackScans(number, files)
      return { kind: 'refused', field: 'slot', reason: refused }
    }
  } catch (fault) {
    // The same form, at the same moment, was quicker.
    const other = await answerKnown()
    if (other) return other
    // What went wrong first is what is told.
    await putBackScans(number, files).catch(() => undefined)
    throw fault
  }
  return (await answerKnown()) ?? Promise.reject(new Error('the registered case is not there'))
}
