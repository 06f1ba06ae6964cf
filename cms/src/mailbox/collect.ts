import type { Core } from '@strapi/strapi'
import { receiveEvaluation, receivePetition } from '../desk/case-record.ts'
import { admit } from './admit.ts'
import type { Mailbox } from './client.ts'
import { openMessage } from './open.ts'

const pageSize = 100
const cursorKey = { type: 'mailbox', name: 'collector', key: 'sequence' }

type Envelope = Awaited<ReturnType<Mailbox['messagesAfter']>>[number]

async function quarantine(strapi: Core.Strapi, envelope: Envelope, reason: string): Promise<void> {
  const { sequence, id, number, sealed } = envelope
  strapi.log.warn(`信箱：第 ${sequence} 封信件未能打开，已存入待核信件（${reason}）`)
  await strapi.documents('api::quarantine.quarantine').create({
    data: { sequence, messageId: id, number, reason, sealed },
  } as never)
}

/**
 * Opens a message and does whatever takes time and needs no database, so that no transaction is held
 * open for it. What is returned writes the message down.
 */
async function prepare(
  strapi: Core.Strapi,
  envelope: Envelope,
  identities: string[],
): Promise<() => Promise<void>> {
  const sealed = Buffer.from(envelope.sealed, 'base64')
  const opened = await openMessage(sealed, envelope.number, identities)
  if (!opened.ok) return () => quarantine(strapi, envelope, opened.reason)
  const { message } = opened
  switch (message.kind) {
    case 'petition': {
      const admission = await admit(message.number, message.queryCode, message.statusIdentity)
      if (!admission) return () => quarantine(strapi, envelope, '内容不是约定的格式')
      return () => receivePetition(strapi, message, admission, envelope.receivedAt)
    }
    case 'evaluation':
      return async () => {
        if (await receiveEvaluation(strapi, message)) return
        await quarantine(strapi, envelope, '没有对应的办件')
      }
  }
}

/**
 * Collects what lies in the mailbox, in order. Each message and the place reached are written in
 * one transaction, so a message has its effect exactly once however often it is fetched; what
 * does not open is set aside and the rest goes on.
 * @returns how many messages were taken in
 */
export async function collect(
  strapi: Core.Strapi,
  mailbox: Mailbox,
  identities: string[],
): Promise<number> {
  const store = strapi.store!
  let reached = Number((await store.get(cursorKey)) ?? 0)
  let count = 0
  for (;;) {
    const envelopes = await mailbox.messagesAfter(reached, pageSize)
    for (const envelope of envelopes) {
      const write = await prepare(strapi, envelope, identities)
      await strapi.db.transaction(async () => {
        await write()
        await store.set({ ...cursorKey, value: envelope.sequence })
      })
      reached = envelope.sequence
      count += 1
    }
    if (envelopes.length > 0) await mailbox.acknowledge(reached)
    if (envelopes.length < pageSize) return count
  }
}
