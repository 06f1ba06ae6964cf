import type { Category } from '@portal/content/schema/petition/category'
import type { NotifyWay } from '@portal/content/schema/petition/petition'
import { toCode } from '../../strapi/choice-codes.ts'
import type { Actor, BodyOf, NewEvent } from '../events/event.ts'
import { factsOf, type CaseRow } from './case-record.ts'

/** A case as it was kept before there were events. */
export type FormerRow = CaseRow &
  BodyOf<'filed'>['petitioner'] & { topic: string; notifyBy: string | null }

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
