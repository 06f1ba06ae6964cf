import { shanghaiDay } from '@portal/content/calendar/day'
import { categories } from '@portal/content/schema/petition/category'
import { satisfactions } from '@portal/content/schema/petition/evaluation'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import { declineGrounds } from '../../contracts/cases/decline-grounds.ts'
import { onlineChannel, registerChannels } from '../../contracts/cases/registration.ts'
import { toWord } from '../../strapi/choice-codes.ts'
import type { CaseEvent } from '../events/event.ts'
import type { CaseFile } from '../rules/case/case-file.ts'
import { daysAdded, sinceReopening } from '../rules/case/case-steps.ts'
import { presentReferrals } from '../rules/case/referral.ts'
import { nextDuty } from '../rules/clocks/next-duty.ts'
import { describe } from '../rules/clocks/running-clocks.ts'
import { emptyCells, type CaseCells } from '../../contracts/cases/case-columns.ts'
import { courseOf, momentOf } from './course.ts'
import { sentFiles } from './sent-files.ts'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** A moment as it stands in a cell: `2026-11-03 09:30:00`, in Shanghai. */
export function writeMoment(at: string): string {
  const date = new Date(at)
  return `${shanghaiDay(date)} ${clock.format(date)}`
}

function extendedBy({ steps }: CaseFile): number {
  const present = sinceReopening(steps)
  const accepted = present.findLast(({ state, event }) => state === 'accepted' && !event)
  return accepted ? daysAdded(present, 'extended', accepted) : 0
}

function declinedCells(events: readonly CaseEvent[]) {
  const body = events.findLast(({ body }) => body.kind === 'declined')?.body
  if (body?.kind !== 'declined') return {}
  return { declineGround: declineGrounds[body.ground].name, declineReason: body.reason }
}

function opinionCells(file: CaseFile) {
  const last = (level: string) => file.opinions.findLast((one) => one.level === level)
  const [review, reReview] = [last('review'), last('re-review')]
  return {
    reviewBody: review?.body ?? '',
    review: review?.text ?? '',
    reReviewBody: reReview?.body ?? '',
    reReview: reReview?.text ?? '',
  }
}

/** A case as a row of the table, from what its events have made of it. */
export function cellsOf(file: CaseFile, events: readonly CaseEvent[], table: Workdays): CaseCells {
  const { petitioner: who } = file
  const units = presentReferrals(file.referrals)
  const duty = nextDuty(file, table)
  const course = courseOf(file.steps)
  const has = (state: string) => course.some((stage) => stage.state === state)
  const days = extendedBy(file)
  const opinions = opinionCells(file)
  return {
    ...emptyCells,
    number: file.number,
    externalNumber: file.imported?.externalNumber ?? '',
    source: file.imported?.source ?? '',
    category: categories[file.category].name,
    state: toWord('caseState', file.state),
    topic: file.topic,
    region: file.region,
    channel: file.channel === null ? onlineChannel : registerChannels[file.channel],
    name: who.petitionerName,
    phone: who.petitionerPhone,
    address: who.petitionerAddress,
    idNumber: who.petitionerIdNumber ?? '',
    creditCode: who.petitionerCreditCode ?? '',
    contact: who.petitionerContact ?? '',
    people: who.jointPeople === null ? '' : String(who.jointPeople),
    representatives: who.representatives ?? '',
    email: who.petitionerEmail ?? '',
    title: file.title,
    request: file.request,
    facts: file.facts,
    ...Object.fromEntries(course.map(({ state, at }) => [momentOf[state], writeMoment(at)])),
    receivedAt: writeMoment(new Date(file.receivedAt).toISOString()),
    unit: units.find(({ lead }) => lead)?.unit.name ?? '',
    besideUnits: units
      .filter(({ lead }) => !lead)
      .map(({ unit }) => unit.name)
      .join('、'),
    extendedDays: days > 0 ? String(days) : '',
    ...(has('declined') ? declinedCells(events) : {}),
    reply: has('replied') ? (file.reply?.text ?? '') : '',
    ...(has('reviewed') ? { reviewBody: opinions.reviewBody, review: opinions.review } : {}),
    ...(has('re-reviewed')
      ? { reReviewBody: opinions.reReviewBody, reReview: opinions.reReview }
      : {}),
    satisfaction: file.evaluation ? satisfactions[file.evaluation.satisfaction] : '',
    comment: file.evaluation?.comment ?? '',
    duty: duty ? describe(duty).name : '',
    lastDay: duty?.lastDay ?? '',
    attachments: [
      ...file.attachments.map(({ name }) => name),
      ...sentFiles(events).map(({ name }) => `答复附件：${name}`),
    ].join('\n'),
  }
}
