import type { Core } from '@strapi/strapi'
import { shanghaiDay } from '@portal/content/calendar/day'
import { askQueue } from '../queue/ask-queue.ts'
import { describeQuestion } from '../queue/describe-question.ts'
import { readQuestion } from '../queue/question.ts'
import { queueOf } from '../queue/queue.ts'
import { listUnits } from '../record/units.ts'
import type { Party } from '../rules/wall.ts'
import { comparable } from '../rules/comparable.ts'

/** The cases that are to be handed over, by their numbers, and what of them was asked for in words; or why not. */
export type Chosen = { ok: true; numbers: string[]; asked: string } | { ok: false; reason: string }

const bureau: Party = { kind: 'bureau' }
const refuse = (reason: string): Chosen => ({ ok: false, reason })

/** Cases that are ticked, in the order of their coming. */
async function ticked(strapi: Core.Strapi, ids: readonly string[]): Promise<Chosen> {
  const rows = queueOf(strapi)
    .index.database.prepare(
      `select number from cases where document_id in (select value from json_each(?)) order by id`,
    )
    .pluck()
    .all(JSON.stringify(ids)) as string[]
  if (rows.length < ids.length) return refuse('勾选的办件里有的已经找不到了，请刷新页面再选。')
  return { ok: true, numbers: rows, asked: `勾选的 ${rows.length} 件` }
}

async function asked(
  strapi: Core.Strapi,
  typed: Record<string, string>,
  reader: number,
): Promise<Chosen> {
  const question = readQuestion(typed, bureau)
  if ('refused' in question) return refuse(question.refused)
  const { index } = queueOf(strapi)
  const units = await listUnits(strapi)
  const named = units.map(({ documentId, name }) => ({ id: documentId, folded: comparable(name) }))
  const whole = { ...question, page: 1 }
  const most = Math.max(1, index.facts.size + index.countFaulty())
  const asking = { today: shanghaiDay(new Date()), reader }
  const { rows } = askQueue(index.database, bureau, whole, named, asking, most)
  const numbers = rows.map(({ number }) => number)
  return { ok: true, numbers, asked: describeQuestion(whole, bureau) }
}

/**
 * The cases that the bureau has chosen.
 * @param ids of those that are ticked; null where all are meant that the queue shows for the question
 */
export async function chosenCases(
  strapi: Core.Strapi,
  ids: readonly string[] | null,
  question: Record<string, string>,
  reader: number,
): Promise<Chosen> {
  const queue = queueOf(strapi)
  await queue.settled()
  if (queue.reading() !== null) {
    return refuse('办件还没有读完，现在移交会漏掉一些：请等读完再试。')
  }
  const chosen = await (ids === null
    ? asked(strapi, question, reader)
    : ticked(strapi, [...new Set(ids)]))
  return chosen.ok && chosen.numbers.length === 0
    ? refuse('没有符合条件的办件，没有可以移交的。')
    : chosen
}
