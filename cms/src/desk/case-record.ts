import type { Access } from '@portal/content/schema/access'
import { categories } from '@portal/content/schema/category'
import { satisfactions } from '@portal/content/schema/evaluation'
import type { Message } from '@portal/content/schema/message'
import type { CaseState } from '@portal/content/schema/state'
import type { Core } from '@strapi/strapi'
import type { CaseFacts } from '../cases/status.ts'
import type { Step } from '../cases/transition.ts'
import type { Admission } from '../mailbox/admit.ts'
import { wishFields } from '../notify/recipient.ts'
import { toCode, toWord } from '../words.ts'
import { petitionerFields } from './petitioner.ts'

const uid = 'api::case.case'

/** A case as it is stored. */
export type CaseRow = {
  id: number
  documentId: string
  number: string
  state: string
  title: string
  receivedAt: string
  unit: { name: string } | null
  reply: string | null
  repliedAt: string | null
  satisfaction: string | null
  evaluationComment: string | null
  steps: Step[]
  revision: number
  statusRecipient: string
  access: Access
}

type MessageOf<K extends Message['kind']> = Extract<Message, { kind: K }>

async function findByNumber(strapi: Core.Strapi, number: string): Promise<CaseRow | null> {
  const row = await strapi.documents(uid).findFirst({ filters: { number } } as never)
  return row as CaseRow | null
}

async function topicName(strapi: Core.Strapi, slug: string): Promise<string> {
  const topic = await strapi.documents('api::topic.topic').findFirst({ filters: { slug } } as never)
  return topic ? String((topic as { name?: unknown }).name) : slug
}

async function placeName(strapi: Core.Strapi, slug: string): Promise<string> {
  type Place = { name: string; parent: { slug: string } | null } | null
  const names: string[] = []
  for (let next: string | undefined = slug; next && names.length < 4;) {
    const place = (await strapi
      .documents('api::region.region')
      .findFirst({ filters: { slug: next }, populate: { parent: true } } as never)) as Place
    if (!place) break
    names.unshift(place.name)
    next = place.parent?.slug
  }
  return names.join(' ') || slug
}

/** Makes a case of a petition; a petition that is there already is left as it is. */
export async function receivePetition(
  strapi: Core.Strapi,
  { number, petition }: MessageOf<'petition'>,
  admission: Admission,
  receivedAt: string,
): Promise<void> {
  if (await findByNumber(strapi, number)) return
  const step: Step = { at: receivedAt, state: 'received', text: '网上信访已收到。', by: '信访人' }
  await strapi.documents(uid).create({
    data: {
      number,
      state: toWord('caseState', 'received'),
      title: petition.title,
      category: categories[petition.category].name,
      topic: await topicName(strapi, petition.topic),
      region: await placeName(strapi, petition.region),
      request: petition.request,
      facts: petition.facts,
      ...petitionerFields(petition),
      ...wishFields(petition.notify),
      receivedAt,
      steps: [step],
      revision: 1,
      pushed: false,
      ...admission,
    },
  } as never)
}

/** Writes down the petitioner's evaluation. @returns false where there is no such case */
export async function receiveEvaluation(
  strapi: Core.Strapi,
  { number, evaluation, sentAt }: MessageOf<'evaluation'>,
): Promise<boolean> {
  const row = await findByNumber(strapi, number)
  if (!row) return false
  const word = satisfactions[evaluation.satisfaction]
  const state = toCode('caseState', row.state) as CaseState
  const step: Step = { at: sentAt, state, text: `信访人评价：${word}。`, by: '信访人' }
  await saveCase(strapi, row, {
    satisfaction: word,
    evaluationComment: evaluation.comment,
    steps: [...row.steps, step],
  })
  return true
}

/** Changes a case; its status becomes due to be sent. */
export async function saveCase(strapi: Core.Strapi, row: CaseRow, change: object): Promise<void> {
  await strapi.documents(uid).update({
    documentId: row.documentId,
    data: { ...change, revision: row.revision + 1, pushed: false },
  } as never)
}

/** One case with its unit, or null. */
export async function readCase(strapi: Core.Strapi, documentId: string): Promise<CaseRow | null> {
  const row = await strapi.documents(uid).findOne({ documentId, populate: { unit: true } } as never)
  return row as CaseRow | null
}

/** Cases whose status has changed since it was last sent. */
export async function pendingStatuses(strapi: Core.Strapi): Promise<CaseRow[]> {
  const rows = await strapi
    .documents(uid)
    .findMany({ filters: { pushed: false }, populate: { unit: true }, limit: 100 } as never)
  return rows as unknown as CaseRow[]
}

/** Notes that this revision was sent; a case that changed meanwhile stays due. */
export async function markPushed(strapi: Core.Strapi, row: CaseRow): Promise<void> {
  await strapi.db
    .query(uid)
    .updateMany({ where: { id: row.id, revision: row.revision }, data: { pushed: true } })
}

/** A stored case as the pure rules see it. */
export function factsOf(row: CaseRow): CaseFacts {
  return {
    number: row.number,
    revision: row.revision,
    state: toCode('caseState', row.state) as CaseState,
    title: row.title,
    receivedAt: row.receivedAt,
    unit: row.unit?.name ?? null,
    steps: row.steps,
    reply: row.reply && row.repliedAt ? { text: row.reply, deliveredAt: row.repliedAt } : null,
    evaluation: row.satisfaction
      ? {
          satisfaction: toCode('satisfaction', row.satisfaction) as 'satisfied',
          comment: row.evaluationComment ?? '',
        }
      : null,
  }
}
