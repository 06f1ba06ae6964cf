import { compact } from '@portal/content/characters/typed-text'
import { categories, type Category } from '@portal/content/schema/petition/category'
import type { DeskFile } from '../../contracts/cases/desk-files.ts'
import {
  registerChannels,
  type RegisterChannel,
  type RegisterFaults,
  type TypedRegistration,
} from '../../contracts/cases/registration.ts'
import { readDayAndTime } from '../../writing/days.ts'
import type { BodyOf } from '../events/event.ts'
import { readPetitioner } from './read-petitioner.ts'
import { readText, type Fail } from './read-text.ts'

/** A topic and a place of the desk's tables by their slugs: their names, null where there is none such. */
export type Places = { topic: string | null; region: string | null }

/** What is to be registered: the event, when it came, and what the clerk said of it at once. */
export type Registration = {
  filed: Omit<BodyOf<'filed'>, 'attachments' | 'statusRecipient' | 'access'>
  /** Pictures of the paper, as the page has brought them back. */
  scans: DeskFile[]
  at: Date
  /** How a grid round has settled it; null where it has not. */
  settled: string | null
  repeatOf: { number: string; reason: string } | null
  /** The reception at which it is heard; null where at none. */
  slot: string | null
}
export type Parsed =
  { ok: true; registration: Registration } | { ok: false; faults: RegisterFaults }

const told: Record<RegisterChannel, string> = {
  visit: '来访反映的事项已记录。',
  letter: '来信已收到。',
  call: '来电反映的事项已记录。',
  grid: '网格走访时反映的事项已记录。',
}

const day = 86_400_000
/** A clock on somebody's desk may be so much fast. */
const fast = 10 * 60_000

/** When it came, on the office's clock; a minute that is not over counts as now. */
function readMoment(typed: string, now: Date, fail: Fail): Date {
  if (typed.trim() === '') {
    fail('receivedAt', '请填写收到的日期和时间')
    return now
  }
  const read = readDayAndTime(typed)
  if ('fault' in read) {
    fail('receivedAt', read.fault)
    return now
  }
  const at = new Date(read.value)
  if (at.getTime() > now.getTime() + fast) fail('receivedAt', '这个时间还没有到，请核对')
  if (at.getTime() < now.getTime() - 366 * day) {
    fail('receivedAt', '这是一年以前的日子，请核对年份')
  }
  return at > now ? now : at
}

/**
 * Reads what a clerk has typed, or says by field what to do. Who comes in person gives name and address (art. 19);
 * of letters, calls and grid rounds either may be unknown.
 * @param places what is chosen, as the tables of the desk have it
 */
export function parseRegistration(typed: TypedRegistration, places: Places, now: Date): Parsed {
  const faults: RegisterFaults = {}
  const fail: Fail = (field, message) => {
    faults[field] ??= message
  }
  const isChannel = Object.hasOwn(registerChannels, typed.channel)
  const channel = isChannel ? (typed.channel as RegisterChannel) : null
  if (channel === null) fail('channel', '请选择怎样来的')
  const at = readMoment(typed.receivedAt, now, fail)
  const who = readPetitioner(typed, channel, fail)
  if (!Object.hasOwn(categories, typed.category)) fail('category', '请选择信访类别')
  if (places.topic === null) fail('topic', '请选择问题领域')
  if (places.region === null) fail('region', '请选择问题属地')
  const title = readText('title', 'title', '标题', typed.title, fail)
  const request = readText('request', 'request', '诉求', typed.request, fail)
  const facts = readText('facts', 'facts', '事实与理由', typed.facts, fail)
  const isSettled = typed.isSettled && channel === 'grid'
  if (isSettled && typed.category === 'accusation') {
    fail('settled', '检举控告要转送有权处理的机关，不能登记为当场解决（条例第三十条）')
  }
  const settled = isSettled
    ? readText('settled', 'settled', '当场怎样解决的', typed.settled, fail)
    : null
  const number = compact(typed.repeatOf)
  const repeatOf =
    number === ''
      ? null
      : { number, reason: readText('reason', 'repeatReason', '理由', typed.repeatReason, fail) }
  if (channel === null || Object.keys(faults).length > 0) return { ok: false, faults }
  const filed: Registration['filed'] = {
    kind: 'filed',
    told: told[channel],
    title,
    category: typed.category as Category,
    topic: places.topic ?? '',
    region: places.region ?? '',
    request,
    facts,
    ...who,
    channel,
  }
  const slot = typed.slot || null
  return { ok: true, registration: { filed, scans: typed.scans, at, settled, repeatOf, slot } }
}
