import { randomBytes, randomInt } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { StaffActor } from '../events/staff-actor.ts'
import type { CaseAccess } from '../mailbox/create-access.ts'
import { readCase } from '../record/case-record.ts'
import { namesIn, textsOf } from '../record/named-units.ts'
import { addCase } from '../record/record-events.ts'
import type { Finder } from '../rules/units/find-units.ts'
import type { IncomingCase } from './check-cells.ts'

/** Nobody has a query code of a case of another system: what would let one in opens to none, until a code is made. */
async function noAccess(): Promise<CaseAccess> {
  const random = (length: number) => randomBytes(length).toString('base64')
  return {
    statusRecipient: await identityToRecipient(await generateX25519Identity()),
    access: {
      salt: random(16),
      verifier: random(32),
      wrappedIdentity: random(102),
      mark: randomInt(256),
    },
  }
}

/** Makes a case, whole or not at all. @returns false where it is here already */
export async function addImported(
  strapi: Core.Strapi,
  number: string,
  { body, later, receivedAt }: IncomingCase,
  find: Finder,
  actor: StaffActor,
  now: Date,
): Promise<boolean> {
  const access = await noAccess()
  const opening = { ...body, ...access, importedAt: now.toISOString() }
  const comments = later.flatMap(({ body: said }) => ('comment' in said ? [said.comment] : []))
  const texts = [...textsOf({ ...body, attachments: [] }), ...body.leftFiles, ...comments]
  const named = namesIn(find, texts, body.region)
  try {
    await strapi.db.transaction(() =>
      addCase(strapi, number, [{ at: receivedAt, actor, body: opening }, ...later], named),
    )
    return true
  } catch (fault) {
    // Another import of the same case was quicker.
    if (await readCase(strapi, { number })) return false
    throw fault
  }
}
