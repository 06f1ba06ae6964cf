import { categories } from '@portal/content/schema/petition/category'
import { satisfactions } from '@portal/content/schema/petition/evaluation'
import { toWord } from '../../strapi/choice-codes.ts'
import type { CaseFile } from '../rules/case/case-file.ts'
import { leadOf, presentReferrals } from '../rules/case/referral.ts'

/** The fields of a case in the database that its events decide, relations by identifier. */
export type CaseFields = ReturnType<typeof fieldsOf>

/**
 * A case as it is stored, so that lists and filters need not read its events. What units its texts name is not
 * among it: that is found again whenever a unit gets another name.
 */
export function fieldsOf(file: CaseFile) {
  const { evaluation, reply } = file
  return {
    number: file.number,
    state: toWord('caseState', file.state),
    title: file.title,
    category: categories[file.category].name,
    topic: file.topic,
    region: file.region,
    request: file.request,
    facts: file.facts,
    ...file.petitioner,
    notifyBy: file.notifyBy && toWord('notifyBy', file.notifyBy),
    receivedAt: file.receivedAt,
    attachments: file.attachments,
    laterMessages: file.laterMessages,
    referrals: file.referrals,
    reply: reply?.text ?? null,
    replyFiles: reply?.files ?? [],
    repliedAt: reply?.deliveredAt ?? null,
    replyCorrectedAt: reply?.correctedAt ?? null,
    satisfaction: evaluation && satisfactions[evaluation.satisfaction],
    evaluationComment: evaluation?.comment ?? null,
    dissatisfaction: file.dissatisfaction,
    reminders: file.reminders,
    supervisions: file.supervisions,
    opinions: file.opinions,
    steps: file.steps,
    accusedConfirmed: file.accusedConfirmed,
    settledUnits: file.settled,
    revision: file.revision,
    ledBy: file.led?.official.id ?? null,
    receptionSlot: file.slot && `${file.slot.reception} ${file.slot.day}`,
    statusRecipient: file.statusRecipient,
    access: file.access,
  }
}

/** The units of a case, by identifier. */
export function unitsOf(file: CaseFile) {
  return {
    unit: leadOf(file.referrals)?.unit.id ?? null,
    units: presentReferrals(file.referrals).map(({ unit }) => unit.id),
    accusedUnits: file.accused.map(({ id }) => id),
  }
}
