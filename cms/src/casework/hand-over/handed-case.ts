import type { HandedCase } from '../../contracts/cases/hand-over.ts'
import { toWord } from '../../strapi/choice-codes.ts'
import { wordOf, type CaseEvent } from '../events/event.ts'
import { categories } from '@portal/content/schema/petition/category'
import { presentReferrals } from '../rules/case/referral.ts'
import { projectCase } from '../rules/case/project-case.ts'

/** What lets the petitioner in, and whom statuses are sealed to: of use in this installation only, and secret. */
const access = ['statusRecipient', 'access', 'kind']

/** A case as it is handed over, from its events alone. */
export function handedCaseOf(events: readonly CaseEvent[]): HandedCase {
  const file = projectCase(events)
  const { petitioner: who } = file
  const units = presentReferrals(file.referrals).toSorted((a, b) => Number(b.lead) - Number(a.lead))
  return {
    number: file.number,
    title: file.title,
    category: categories[file.category].name,
    topic: file.topic,
    region: file.region,
    state: toWord('caseState', file.state),
    receivedAt: new Date(file.receivedAt).toISOString(),
    request: file.request,
    facts: file.facts,
    petitioner: {
      name: who.petitionerName,
      telephone: who.petitionerPhone,
      address: who.petitionerAddress,
      idNumber: who.petitionerIdNumber,
      creditCode: who.petitionerCreditCode,
      contact: who.petitionerContact,
      people: who.jointPeople,
      representatives: who.representatives,
      email: who.petitionerEmail,
    },
    units: units.map(({ unit }) => unit.name),
    events: events.map(({ sequence, at, actor, body }) => ({
      sequence,
      at: new Date(at).toISOString(),
      by: wordOf(actor),
      kind: body.kind,
      body: Object.fromEntries(Object.entries(body).filter(([name]) => !access.includes(name))),
    })),
    attachments: file.attachments,
  }
}
