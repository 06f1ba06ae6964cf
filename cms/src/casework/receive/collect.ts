import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Core } from '@strapi/strapi'
import type { KeptAttachment } from '../../contracts/cases/desk-state.ts'
import { CaseChanged } from '../record/case-record.ts'
import {
  receiveEvaluation,
  receiveLaterMessage,
  receivePetition,
  type Unreceived,
} from './receive.ts'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { receiveReport } from '../../reports/receive.ts'
import { createAccess } from '../mailbox/create-access.ts'
import { bringAttachments } from './fetch-attachments.ts'
import type { MailboxClient } from '../mailbox/client.ts'
import { openMessage } from '../mailbox/open-message.ts'
import { documentsOf } from '../../strapi/documents.ts'

const pageSize = 100
const cursorKey = { type: 'mailbox', name: 'collector', key: 'sequence' }

type Envelope = Awaited<ReturnType<MailboxClient['messagesAfter']>>[number]

/** What collecting needs beside the mailbox. */
export type Office = {
  identities: string[]
  /** The folder of the sealed attachments. */
  attachments: string
  table: Workdays
  /** Within which a petitioner who is dissatisfied is spoken with. */
  followUpDays: number
}

async function quarantine(strapi: Core.Strapi, envelope: Envelope, reason: string): Promise<void> {
  const { sequence, id, number, sealed } = envelope
  strapi.log.warn(`信箱：第 ${sequence} 封信件未能入办件，已存入待核信件（${reason}）`)
  const data = { sequence, messageId: id, number, reason, sealed }
  await writeRecords(() => documentsOf(strapi, 'api::quarantine.quarantine').create({ data }))
}

function reportFiles(strapi: Core.Strapi, sequence: number, files: KeptAttachment[]): void {
  const bad = files.filter(({ state }) => state !== 'kept').length
  if (bad > 0) strapi.log.warn(`信箱：第 ${sequence} 封信件有 ${bad} 个附件缺失或损坏`)
}

/**
 * Opens a message and does whatever takes time and needs no database, so that no transaction is held
 * open for it. What is returned writes the message down.
 */
async function prepare(
  strapi: Core.Strapi,
  mailbox: MailboxClient,
  envelope: Envelope,
  { identities, attachments, table, followUpDays }: Office,
): Promise<() => Promise<void>> {
  const setAside = (reason: string) => () => quarantine(strapi, envelope, reason)
  const sealed = Buffer.from(envelope.sealed, 'base64')
  const opened = await openMessage(sealed, envelope.number, identities)
  if (!opened.ok) return setAside(opened.reason)
  const { message } = opened
  const { number } = message
  const at = envelope.receivedAt

  const files =
    'attachments' in message
      ? await bringAttachments(
          mailbox,
          attachments,
          { number, attachments: message.attachments, at },
          identities,
        )
      : []
  reportFiles(strapi, envelope.sequence, files)

  const known = async (received: Promise<Unreceived | null>) => {
    const reason = await received
    if (reason !== null) await setAside(reason)()
  }
  switch (message.kind) {
    case 'petition': {
      const access = await createAccess(number, message.queryCode, message.statusIdentity)
      if (!access) return setAside('内容不是约定的格式')
      return () => receivePetition(strapi, message, files, access, at)
    }
    case 'report':
      return () => receiveReport(strapi, message, at)
    case 'evaluation':
      return () => known(receiveEvaluation(strapi, message, at, followUpDays))
    case 'supplement':
    case 'withdrawal':
    case 'appeal':
      return () => known(receiveLaterMessage(strapi, message, files, at, table))
  }
}

/** So often writing is tried: a fault of the moment is over then, or keeps the message from being set aside too. */
const tries = 3
let failing = { id: '', times: 0 }

/** Whether a message could not be written so often that the others are not to wait for it any longer. */
function isHopeless({ id }: Envelope, fault: unknown): boolean {
  if (fault instanceof CaseChanged) return false
  failing = { id, times: failing.id === id ? failing.times + 1 : 1 }
  return failing.times >= tries
}

/**
 * Collects what lies in the mailbox, in order. Each message and the place reached are written in
 * one transaction, so a message has its effect exactly once however often it is fetched; what
 * does not open, or cannot be written, is set aside and the rest goes on. A message is passed only when its files are here.
 * @returns how many messages were taken in
 */
export async function collect(
  strapi: Core.Strapi,
  mailbox: MailboxClient,
  office: Office,
): Promise<number> {
  const store = strapi.store!
  let reached = Number((await store.get(cursorKey)) ?? 0)
  let count = 0
  for (;;) {
    const envelopes = await mailbox.messagesAfter(reached, pageSize)
    for (const envelope of envelopes) {
      const write = await prepare(strapi, mailbox, envelope, office)
      const pass = (work: () => Promise<void>) =>
        strapi.db.transaction(async () => {
          await work()
          await store.set({ ...cursorKey, value: envelope.sequence })
        })
      try {
        await pass(write)
      } catch (fault) {
        if (!isHopeless(envelope, fault)) throw fault
        await pass(() => quarantine(strapi, envelope, '写入办件时出错'))
      }
      reached = envelope.sequence
      count += 1
    }
    if (envelopes.length > 0) await mailbox.acknowledge(reached)
    if (envelopes.length < pageSize) return count
  }
}
