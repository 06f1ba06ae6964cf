import { categories } from '@portal/content/schema/category'
import { satisfactions } from '@portal/content/schema/evaluation'
import type { Message } from '@portal/content/schema/message'
import type { CaseState } from '@portal/content/schema/state'
import type { Workdays } from '@portal/content/schema/workdays'
import type { Core } from '@strapi/strapi'
import { takeAppeal, takeSupplement, takeWithdrawal } from '../rules/follow-up.ts'
import type { Matter } from '../rules/petitioner-rights.ts'
import type { Step, FollowUp, KeptAttachment } from '../../contracts/case-desk.ts'
import type { CaseAccess } from '../mailbox/create-access.ts'
import { wishFields } from '../notify/recipient.ts'
import { isDamaged } from '../vault/vault.ts'
import { toWord } from '../../strapi/choice-codes.ts'
import { addCase, factsOf, readCase, saveCase, type CaseRow } from '../record/case-record.ts'
import { fieldsAfter, namesIn, namingFields, readFinder, textsOf } from '../record/named-units.ts'
import { petitionerFields } from './petitioner.ts'
import { placeName, topicName } from '../record/place-names.ts'

type MessageOf<K extends Message['kind']> = Extract<Message, { kind: K }>

/** Asks the petitioner again for every file that did not arrive whole. */
function missingFiles(files: KeptAttachment[], at: string, state: CaseState): Step[] {
  return files
    .filter((file) => file.state !== 'kept')
    .map(({ name }) => ({
      at,
      state,
      text: `附件“${name}”没有完整收到，请重新补充提交。`,
      by: '系统',
      event: 'note',
    }))
}

/** Makes a case of a petition; a petition that is there already is left as it is. */
export async function receivePetition(
  strapi: Core.Strapi,
  { number, petition }: MessageOf<'petition'>,
  files: KeptAttachment[],
  admission: CaseAccess,
  receivedAt: string,
): Promise<void> {
  if (await readCase(strapi, { number })) return
  const step: Step = { at: receivedAt, state: 'received', text: '网上信访已收到。', by: '信访人' }
  const region = await placeName(strapi, petition.region)
  const texts = textsOf({ ...petition, attachments: files })
  const named = namesIn(await readFinder(strapi), texts, region)
  await addCase(strapi, {
    number,
    state: toWord('caseState', 'received'),
    title: petition.title,
    category: categories[petition.category].name,
    topic: await topicName(strapi, petition.topic),
    region,
    request: petition.request,
    facts: petition.facts,
    ...petitionerFields(petition),
    ...wishFields(petition.notify),
    receivedAt,
    attachments: files,
    followUps: [],
    opinions: [],
    accusedConfirmed: false,
    ...namingFields({ named, settled: [] }),
    steps: [step, ...missingFiles(files, receivedAt, 'received')],
    revision: 1,
    pushed: false,
    ...admission,
  })
}

/** Why a message could not be written down in a case. */
export type Unreceived = '没有对应的办件' | '对应的办件里有打不开的内容'

async function findCase(strapi: Core.Strapi, number: string): Promise<CaseRow | Unreceived> {
  const row = await readCase(strapi, { number })
  if (!row) return '没有对应的办件'
  return isDamaged(row) ? '对应的办件里有打不开的内容' : row
}

/** Writes down the petitioner's evaluation. @returns null, or why it could not be */
export async function receiveEvaluation(
  strapi: Core.Strapi,
  { number, evaluation, sentAt }: MessageOf<'evaluation'>,
): Promise<Unreceived | null> {
  const row = await findCase(strapi, number)
  if (typeof row === 'string') return row
  const word = satisfactions[evaluation.satisfaction]
  const { state } = factsOf(row)
  const step: Step = {
    at: sentAt,
    state,
    text: `信访人评价：${word}。`,
    by: '信访人',
    event: 'note',
  }
  await saveCase(strapi, row, {
    satisfaction: word,
    evaluationComment: evaluation.comment,
    ...(await fieldsAfter(strapi, row, [evaluation.comment])),
    steps: [...row.steps, step],
  })
  return null
}

type Later = MessageOf<'supplement' | 'withdrawal' | 'appeal'>

function followUpOf(message: Later, at: string): FollowUp {
  const idsOf = (files: { id: string }[]) => files.map(({ id }) => id)
  switch (message.kind) {
    case 'supplement': {
      const { kind, text, attachments } = message
      return { at, kind, level: null, text, attachments: idsOf(attachments) }
    }
    case 'withdrawal':
      return { at, kind: message.kind, level: null, text: message.reason, attachments: [] }
    case 'appeal': {
      const { kind, level, grounds, attachments } = message
      return { at, kind, level, text: grounds, attachments: idsOf(attachments) }
    }
  }
}

function stepOf(message: Later, matter: Matter, files: number, at: string, table: Workdays): Step {
  switch (message.kind) {
    case 'supplement':
      return takeSupplement(matter, at, files)
    case 'withdrawal':
      return takeWithdrawal(matter, at)
    case 'appeal':
      return takeAppeal(matter, message.level, at, table)
  }
}

/**
 * Writes down what the petitioner sent after filing, and the step that follows from it. What is late
 * or not allowed is kept all the same, with a sentence that says so.
 * @param receivedAt when the message reached the mailbox: by this an appeal is in time or late
 * @returns null, or why it could not be
 */
export async function receiveFollowUp(
  strapi: Core.Strapi,
  message: Later,
  files: KeptAttachment[],
  receivedAt: string,
  table: Workdays,
): Promise<Unreceived | null> {
  const row = await findCase(strapi, message.number)
  if (typeof row === 'string') return row
  const facts = factsOf(row)
  const matter = { ...facts, evaluated: facts.evaluation !== null }
  const step = stepOf(message, matter, files.length, receivedAt, table)
  const followUp = followUpOf(message, receivedAt)
  await saveCase(strapi, row, {
    state: toWord('caseState', step.state),
    followUps: [...(row.followUps ?? []), followUp],
    attachments: [...(row.attachments ?? []), ...files],
    ...(await fieldsAfter(strapi, row, [followUp.text, ...files.map(({ name }) => name)])),
    steps: [...row.steps, step, ...missingFiles(files, receivedAt, step.state)],
  })
  return null
}
