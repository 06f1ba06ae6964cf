import { dayMs } from '../../../content/calendar/day.ts'
import type { EventBody, NewEvent } from '../../../cms/src/casework/events/event.ts'
import type { UnitRef } from '../../../cms/src/casework/events/event-fields.ts'
import { noticeText, numbersFrom } from '../scale/texts.ts'

/** What the desk has of units, topics and places. */
export type Tables = { units: UnitRef[]; topics: string[]; regions: string[] }

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂文辉玲华玉兰建国志红']

/** How far a case has come: most are over, as in an office of some years. */
const ends = [
  'filed',
  'registered',
  'objected',
  'referred',
  'accepted',
  'accepted',
  'supplemented',
  'replied',
  'appealed',
  ...Array.from({ length: 21 }, () => 'closed' as const),
] as const

/** The events of the nth of `count` cases, as an office would have recorded them by `now`: the same each time. */
export function historyOf(nth: number, count: number, tables: Tables, now: number): NewEvent[] {
  const number = numbersFrom(nth + 99)
  const of = <T>(list: readonly T[]) => list[Math.floor(number() * list.length)] as T
  const { text } = noticeText(nth, count, {
    ...tables,
    units: tables.units.map(({ name }) => name),
  })
  const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? ''
  const paragraphs = text.split('\n\n').slice(2)
  const end = of(ends)
  const isOver = end === 'closed'
  // What is over began years ago, what is open within two months.
  const began = now - (isOver ? 60 + number() * 2_000 : number() * 60) * dayMs
  let at = began
  const clerk = { kind: 'staff', id: 1, name: '办件人员' } as const
  const events: NewEvent[] = []
  const add = (body: EventBody, byPetitioner = false) => {
    events.push({
      at: new Date(at).toISOString(),
      actor: byPetitioner ? { kind: 'petitioner' } : clerk,
      body,
    })
    at = Math.min(now, at + number() * 6 * dayMs)
  }
  const lead = of(tables.units)
  const other = of(tables.units.filter((unit) => unit !== lead))
  const assign = (unit: UnitRef, isLead: boolean) => ({ unit, lead: isLead, note: '', dueOn: null })
  const files = { attachments: [], names: [] }
  add(
    {
      kind: 'filed',
      told: '网上信访已收到。',
      title: line('title').slice(0, 40),
      category: number() < 0.8 ? 'claim' : 'suggestion',
      topic: of(tables.topics),
      region: of(tables.regions),
      request: line('request'),
      facts: paragraphs.slice(0, 2).join('\n'),
      petitioner: {
        petitionerName: of(surnames) + of(given) + (number() < 0.6 ? of(given) : ''),
        petitionerPhone: `139${String(nth).padStart(8, '0')}`,
        petitionerAddress: `${of(tables.regions).replaceAll(' ', '')}${1 + (nth % 40)} 号楼`,
        petitionerIdNumber: null,
        petitionerCreditCode: null,
        petitionerContact: null,
        jointPeople: null,
        representatives: null,
        petitionerEmail: null,
      },
      notifyBy: null,
      attachments: [],
      statusRecipient: 'age1',
      access: {},
    },
    true,
  )
  if (end === 'filed') return events
  add({ kind: 'registered', told: '已登记。' })
  if (end === 'registered') return events
  const both = number() < 0.2 ? [assign(lead, true), assign(other, false)] : [assign(lead, true)]
  add({ kind: 'referred', told: `已转送${lead.name}。`, units: both })
  if (end === 'referred') return events
  if (end === 'objected') {
    add({ kind: 'objected', told: null, unit: lead, reason: '不属于本单位职责。' })
    return events
  }
  add({ kind: 'accepted', told: `${lead.name}已受理。`, unit: lead })
  if (end === 'accepted') return events
  if (end === 'supplemented') {
    add({ kind: 'supplemented', told: '信访人补充了情况。', text: line('summary'), ...files }, true)
    return events
  }
  add({ kind: 'replied', told: '已答复。', unit: lead, text: paragraphs.join('\n') })
  if (end === 'replied') return events
  if (end === 'appealed') {
    const grounds = { grounds: line('summary'), started: true, ...files }
    add({ kind: 'appealed', told: '信访人申请复查。', level: 'review', ...grounds }, true)
    return events
  }
  const satisfaction = of(['satisfied', 'satisfied', 'fairly-satisfied', 'dissatisfied'] as const)
  add({ kind: 'evaluated', told: '信访人评价。', satisfaction, comment: '', names: [] }, true)
  add({ kind: 'closed', told: '已办结。' })
  return events
}
