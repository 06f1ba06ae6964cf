import type { Category } from '@portal/content/schema/category'
import type { NotifyWay } from '@portal/content/schema/petition'
import type { Core } from '@strapi/strapi'
import { toCode } from '../../strapi/choice-codes.ts'
import { documentsOf } from '../../strapi/documents.ts'
import { writeRecords } from '../../strapi/records/writing.ts'
import { noHead } from '../events/chain.ts'
import type { Actor, BodyOf, NewEvent } from '../events/event.ts'
import { headOf, openLog, readLog, sealLog, writeLog } from '../events/event-log.ts'
import { projectCase } from '../rules/project-case.ts'
import { isDamaged } from '../vault/vault.ts'
import { differences } from './case-differences.ts'
import { unitsOf } from './case-fields.ts'
import { caseUid, factsOf, populate, type CaseRow } from './case-record.ts'
import { reportFault } from './faulty-case.ts'

/** A case as it was kept before there were events. */
export type FormerRow = CaseRow &
  BodyOf<'filed'>['petitioner'] & { topic: string; notifyBy: string | null }

const page = 100
const pausing = 1_000

function actorOf(by: string): Actor {
  if (by === '信访人') return { kind: 'petitioner' }
  return by === '系统' ? { kind: 'system' } : { kind: 'staff', id: null, name: by }
}

function filedOf(row: FormerRow, told: string): BodyOf<'filed'> {
  const { title, topic, region, request, facts, statusRecipient, access } = row
  return {
    kind: 'filed',
    told,
    title,
    category: toCode('category', row.category) as Category,
    topic,
    region,
    request,
    facts,
    petitioner: {
      petitionerName: row.petitionerName,
      petitionerPhone: row.petitionerPhone,
      petitionerAddress: row.petitionerAddress,
      petitionerIdNumber: row.petitionerIdNumber,
      petitionerCreditCode: row.petitionerCreditCode,
      petitionerContact: row.petitionerContact,
      jointPeople: row.jointPeople,
      representatives: row.representatives,
      petitionerEmail: row.petitionerEmail,
    },
    notifyBy: row.notifyBy === null ? null : (toCode('notifyBy', row.notifyBy) as NotifyWay),
    // With the rest: which of them came later is not written down with the files.
    attachments: [],
    statusRecipient,
    access,
  }
}

const refOf = ({ documentId: id, name }: { documentId: string; name: string }) => ({ id, name })

function restOf(row: FormerRow): BodyOf<'case-taken-over'> {
  const { reply, opinions, evaluation } = factsOf(row)
  return {
    kind: 'case-taken-over',
    told: null,
    unit: row.unit && refOf(row.unit),
    accused: row.accusedUnits.map(refOf),
    accusedConfirmed: row.accusedConfirmed,
    settled: row.settledUnits ?? [],
    reply: reply && { text: reply.text, deliveredAt: reply.deliveredAt },
    opinions,
    followUps: row.followUps ?? [],
    attachments: row.attachments ?? [],
    evaluation,
    revision: row.revision,
  }
}

/** The events that a case of before comes to: what was filed, each step, and the rest in one. */
export function formerEvents(row: FormerRow): NewEvent[] {
  const [first, ...steps] = row.steps
  if (!first) throw new Error('办件没有办理过程')
  const last = steps.at(-1) ?? first
  return [
    { at: first.at, actor: actorOf(first.by), body: filedOf(row, first.text) },
    ...steps.map(({ at, by, text, state, event, days }): NewEvent => {
      const kind = 'step-taken-over'
      const more = {
        ...(event && { event }),
        ...(days !== undefined && { days }),
      }
      return { at, actor: actorOf(by), body: { kind, told: text, state, ...more } }
    }),
    { at: last.at, actor: { kind: 'system' }, body: restOf(row) },
  ]
}

/** What there was no word of before. */
const unheard = ['referrals', 'units', 'replyCorrectedAt', 'dissatisfaction']

async function takeOver(strapi: Core.Strapi, row: FormerRow): Promise<void> {
  if ((await readLog(strapi, row.number)).length > 0) {
    throw new Error('办件记录只移入了一部分，没有接着移')
  }
  const log = sealLog(row.number, noHead, formerEvents(row))
  const file = projectCase(openLog(log))
  const idOf = ({ documentId }: { documentId: string }) => documentId
  const unlike = differences(
    file,
    {
      ...row,
      unit: row.unit && idOf(row.unit),
      units: row.units.map(idOf),
      accusedUnits: row.accusedUnits.map(idOf),
    },
    unheard,
  )
  if (unlike.length > 0) throw new Error('移入的记录与办件不符')
  await strapi.db.transaction(() =>
    writeRecords(async () => {
      await writeLog(strapi, log)
      const units = { set: unitsOf(file).units }
      const data = { ...headOf(log), referrals: file.referrals, units }
      await documentsOf(strapi, caseUid).update({ documentId: row.documentId, data })
    }),
  )
}

/**
 * Makes events of the cases of a former version, once: each whole or not at all, and only where its events
 * say exactly what the case says. One that cannot be taken over is told in the log, and is not handled
 * until it was restored.
 */
export async function takeOverCases(strapi: Core.Strapi): Promise<void> {
  let taken = 0
  for (let after = 0; ;) {
    const rows: FormerRow[] = await strapi.db.query(caseUid).findMany({
      where: { eventCount: { $null: true }, id: { $gt: after } },
      populate,
      orderBy: { id: 'asc' },
      limit: page,
    })
    for (const row of rows) {
      try {
        if (isDamaged(row)) throw new Error('办件里有打不开的内容')
        await takeOver(strapi, row)
        taken += 1
        if (taken % pausing === 0) strapi.log.info(`已移入 ${taken} 个办件的办理过程`)
      } catch (fault) {
        reportFault(strapi, row, fault)
      }
    }
    after = rows.at(-1)?.id ?? after
    if (rows.length < page) break
  }
  if (taken > 0) strapi.log.info(`已把 ${taken} 个办件的办理过程移入办件记录`)
}
