import type { CaseState } from '@portal/content/schema/petition/state'
import type { Actor, BodyOf, CaseEvent, EventBody } from '../../../cms/src/casework/events/event.ts'
import type { UnitRef } from '../../../cms/src/casework/events/event-fields.ts'
import type { CaseFile } from '../../../cms/src/casework/rules/case/case-file.ts'
import { applyEvent, projectCase } from '../../../cms/src/casework/rules/case/project-case.ts'

export const lighting: UnitRef = { id: 'lighting', name: '区城市管理和综合执法局' }
export const civil: UnitRef = { id: 'civil', name: '区民政局' }
export const housing: UnitRef = { id: 'housing', name: '区住房和城乡建设局' }

const receivedAt = '2026-11-22T01:00:00.000Z'
const number = '1234567890123456'
const petitioner: Actor = { kind: 'petitioner' }
const clerk: Actor = { kind: 'staff', id: 1, name: '张' }

/** What was filed, made up. */
export function filed(changes: Partial<BodyOf<'filed'>> = {}): BodyOf<'filed'> {
  return {
    kind: 'filed',
    told: '网上信访已收到。',
    title: '小区路灯不亮',
    category: 'claim',
    topic: '交通出行',
    region: '青禾区 城西街道 柳岸社区',
    request: '请修好路灯。',
    facts: '三号楼前的路灯坏了两个月。',
    petitioner: {
      petitionerName: '李静',
      petitionerPhone: '13800000000',
      petitionerAddress: '柳岸小区 3 号楼',
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
    ...changes,
  }
}

const toUnit = (unit: UnitRef) => ({ unit, lead: true, note: '', dueOn: null })

/** The event by which a case comes to a state. */
function eventTo(state: CaseState): { actor: Actor; body: EventBody } {
  const unit = lighting
  const told = `${state}。`
  const by = (body: EventBody) => ({ actor: clerk, body })
  switch (state) {
    case 'received':
      return { actor: petitioner, body: filed() }
    case 'registered':
      return by({ kind: 'registered', told })
    case 'referred':
      return by({ kind: 'referred', told, units: [toUnit(unit)] })
    case 'accepted':
      return by({ kind: 'accepted', told, unit })
    case 'declined':
      return by({ kind: 'declined', told, unit, ground: 'litigation', reason: '应当起诉' })
    case 'replied':
      return by({ kind: 'replied', told, unit, text: '已修复。' })
    case 'reviewing':
    case 're-reviewing': {
      const level = state === 'reviewing' ? 'review' : 're-review'
      const sent = { grounds: '不服。', attachments: [], names: [] }
      return { actor: petitioner, body: { kind: 'appealed', told, level, started: true, ...sent } }
    }
    case 'reviewed':
    case 're-reviewed': {
      const level = state === 'reviewed' ? 'review' : 're-review'
      return by({ kind: 'reviewed', told, level, body: '区人民政府', text: '维持。' })
    }
    case 'closed':
      return by({ kind: 'closed', told })
    case 'withdrawn': {
      const body = { reason: '已经解决', granted: true, names: [] }
      return { actor: petitioner, body: { kind: 'withdrawal-asked', told, ...body } }
    }
  }
}

/** A made-up case as its events have made it: moves at moments, the first being that it was received. */
export function caseOf(moves: [at: string, state: CaseState][]): CaseFile {
  const events = moves.map(([at, state], index): CaseEvent => ({
    number,
    sequence: index + 1,
    at,
    ...eventTo(state),
  }))
  return projectCase(events)
}

/** A made-up case after some moves, one a day from 23 November 2026 on. */
export function caseAfter(moves: CaseState[], changes: Partial<CaseFile> = {}): CaseFile {
  const later = moves.map((state, index): [string, CaseState] => [
    new Date(Date.UTC(2026, 10, 23 + index, 1)).toISOString(),
    state,
  ])
  return { ...caseOf([[receivedAt, 'received'], ...later]), ...changes }
}

/** A case after some more events, all at `at`. */
export function after(file: CaseFile, at: string, ...bodies: EventBody[]): CaseFile {
  return bodies.reduce(
    (before, body, index) =>
      applyEvent(before, { number, sequence: 100 + index, at, actor: clerk, body }),
    file,
  )
}
