import { satisfactions } from '@portal/content/schema/petition/evaluation'
import type { Message } from '@portal/content/schema/mailbox/message'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Core } from '@strapi/strapi'
import type { KeptAttachment } from '../../contracts/cases/desk-state.ts'
import type { BodyOf, EventBody } from '../events/event.ts'
import { UnreadableLog } from '../events/event-log.ts'
import type { CaseAccess } from '../mailbox/create-access.ts'
import { wishOf } from '../notify/recipient.ts'
import { readCase, type CaseRow } from '../record/case-record.ts'
import { addCase, readFile, recordEvents } from '../record/record-events.ts'
import { namesIn, namesLater, readFinder, textsOf } from '../record/named-units.ts'
import { placeName, topicName } from '../record/place-names.ts'
import {
  takeAppeal,
  takeSupplement,
  takeWithdrawal,
  type Sent,
} from '../rules/petitioner/later-messages.ts'
import type { CaseFile } from '../rules/case/case-file.ts'
import { followUpAfter } from '../rules/petitioner/open-follow-up.ts'
import type { Matter } from '../rules/petitioner/petitioner-rights.ts'
import type { NamedUnit } from '../rules/units/find-units.ts'
import { isDamaged } from '../vault/damaged-rows.ts'
import { petitionerFields } from './petitioner.ts'

const petitioner = { kind: 'petitioner' } as const
const system = { kind: 'system' } as const

type MessageOf<K extends Message['kind']> = Extract<Message, { kind: K }>

/** Makes a case of a petition; a petition that is there already is left as it is. */
export async function receivePetition(
  strapi: Core.Strapi,
  { number, petition }: MessageOf<'petition'>,
  files: KeptAttachment[],
  access: CaseAccess,
  receivedAt: string,
): Promise<void> {
  if (await readCase(strapi, { number })) return
  const { title, category, request, facts } = petition
  const region = await placeName(strapi, petition.region)
  const texts = textsOf({ ...petition, attachments: files })
  const named = namesIn(await readFinder(strapi), texts, region)
  const { notifyBy, petitionerEmail } = wishOf(petition.notify)
  const body: BodyOf<'filed'> = {
    kind: 'filed',
    told: '网上信访已收到。',
    title,
    category,
    topic: await topicName(strapi, petition.topic),
    region,
    request,
    facts,
    petitioner: { ...petitionerFields(petition), petitionerEmail },
    notifyBy,
    attachments: files,
    ...access,
  }
  await addCase(strapi, number, [{ at: receivedAt, actor: petitioner, body }], named)
}

/** Why a message could not be written down in a case. */
export type Unreceived = '没有对应的办件' | '对应的办件里有打不开的内容'

const unreadable: Unreceived = '对应的办件里有打不开的内容'

type Found = { row: CaseRow; file: CaseFile; matter: Matter }

async function findCase(strapi: Core.Strapi, number: string): Promise<Found | Unreceived> {
  const row = await readCase(strapi, { number })
  if (!row) return '没有对应的办件'
  if (isDamaged(row)) return unreadable
  try {
    const file = await readFile(strapi, row)
    return { row, file, matter: { ...file, evaluated: file.evaluation !== null } }
  } catch (fault) {
    if (fault instanceof UnreadableLog) return unreadable
    throw fault
  }
}

const idsOf = (named: NamedUnit[]) => named.map(({ id }) => id)

/**
 * Writes down the petitioner's evaluation, and that one who is dissatisfied is to be spoken with.
 * @param followUpDays within so many natural days
 * @returns null, or why it could not be
 */
export async function receiveEvaluation(
  strapi: Core.Strapi,
  { number, evaluation }: MessageOf<'evaluation'>,
  at: string,
  followUpDays: number,
): Promise<Unreceived | null> {
  const found = await findCase(strapi, number)
  if (typeof found === 'string') return found
  const { row, file } = found
  const { satisfaction, comment } = evaluation
  const named = await namesLater(strapi, row, [comment])
  const told = `信访人评价：${satisfactions[satisfaction]}。`
  const body: EventBody = { kind: 'evaluated', told, satisfaction, comment, names: idsOf(named) }
  const then = followUpAfter(file, satisfaction, at, followUpDays)
  const events = [
    { at, actor: petitioner, body },
    ...then.map((follows) => ({ at, actor: system, body: follows })),
  ]
  await recordEvents(strapi, row, events, named)
  return null
}

type Later = MessageOf<'supplement' | 'withdrawal' | 'appeal'>

function textOf(message: Later): string {
  switch (message.kind) {
    case 'supplement':
      return message.text
    case 'withdrawal':
      return message.reason
    case 'appeal':
      return message.grounds
  }
}

function bodyOf(
  message: Later,
  matter: Matter,
  sent: Sent,
  at: string,
  table: Workdays,
): EventBody {
  switch (message.kind) {
    case 'supplement':
      return takeSupplement(matter, sent)
    case 'withdrawal':
      return takeWithdrawal(matter, sent)
    case 'appeal':
      return takeAppeal(matter, message.level, sent, at, table)
  }
}

/**
 * Writes down what the petitioner sent after filing, and what follows from it. What is late
 * or not allowed is kept all the same, with a sentence that says so.
 * @param at when the message reached the mailbox: by this an appeal is in time or late
 * @returns null, or why it could not be
 */
export async function receiveLaterMessage(
  strapi: Core.Strapi,
  message: Later,
  files: KeptAttachment[],
  at: string,
  table: Workdays,
): Promise<Unreceived | null> {
  const found = await findCase(strapi, message.number)
  if (typeof found === 'string') return found
  const { row, matter } = found
  const text = textOf(message)
  const named = await namesLater(strapi, row, [text, ...files.map(({ name }) => name)])
  const body = bodyOf(message, matter, { text, files, names: idsOf(named) }, at, table)
  await recordEvents(strapi, row, [{ at, actor: petitioner, body }], named)
  return null
}
