import { createSecretKey, randomBytes } from 'node:crypto'
import { makeAccess } from '@portal/content/schema/mailbox/access'
import { codeMark } from '@portal/content/schema/mailbox/code-mark'
import { encodeQueryCode } from '@portal/content/schema/mailbox/query-code'
import type { Core } from '@strapi/strapi'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Actor, EventBody } from '../events/event.ts'
import { readCase } from './case-record.ts'
import { recordEvents } from './record-events.ts'
import { layout } from '../../environment.ts'
import type { CaseAccess } from '../mailbox/create-access.ts'
import { readKeyFile } from '../sealed/key-file.ts'

/** The secret that the portals' marks are made with; it is made here and brought to them. */
function readPepper() {
  const [encoded = ''] = readKeyFile(layout.pepper)
  return createSecretKey(encoded, 'base64url')
}

/**
 * Makes a new query code for a petitioner who has lost theirs and has shown who they are. A new
 * identity comes with it, so the old code opens nothing that is sent from now on, not even with a
 * copy of the mailbox. Who did it and why is written among the steps, which the petitioner sees.
 * @returns the code, which is nowhere kept; null where there is no such case
 */
export async function reissueCode(
  strapi: Core.Strapi,
  documentId: string,
  reason: string,
  actor: Actor,
  now: Date,
): Promise<string | null> {
  const found = await readCase(strapi, { documentId })
  if (!found) return null
  const code = encodeQueryCode(randomBytes(32))
  const identity = await generateX25519Identity()
  const mark = codeMark(readPepper(), found.number, code)
  const access: CaseAccess = {
    statusRecipient: await identityToRecipient(identity),
    access: { ...(await makeAccess(found.number, code, identity)), mark },
  }
  return strapi.db.transaction(async () => {
    const row = await readCase(strapi, { documentId })
    if (!row) return null
    const told = `已补发查询码，原来的查询码作废。原因：${reason}`
    const body: EventBody = { kind: 'code-reissued', told, reason, ...access }
    await recordEvents(strapi, row, [{ at: now.toISOString(), actor, body }])
    return code
  })
}
