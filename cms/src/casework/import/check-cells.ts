import type { CaseState } from '@portal/content/schema/petition/state'
import type { BodyOf, NewEvent } from '../events/event.ts'
import { caseColumns, type CaseCells, type CaseColumn } from '../../contracts/cases/case-columns.ts'
import type { RowFault } from './cells-in-row.ts'
import type { DeskTables } from './desk-tables.ts'
import { eventsOfCourse, groundNamed, historyOfCourse } from './events-of-course.ts'
import { readCourse } from './read-course.ts'
import {
  checkLengths,
  evaluatedAfter,
  readCategory,
  readChannel,
  readDays,
  readListed,
  readUnits,
} from './read-matter.ts'
import { readPetitioner, type Fail } from './read-petitioner.ts'

/** A case that a row makes: its number in the other system, with what it begins, and what happened since. */
export type IncomingCase = {
  source: string
  externalNumber: string
  receivedAt: string
  body: Omit<BodyOf<'imported'>, 'statusRecipient' | 'access' | 'importedAt'>
  later: NewEvent[]
  /** Whether units of the other system were left out, for an accusation goes to none by itself. */
  withoutUnits: boolean
}
export type CheckedRow = { ok: true; incoming: IncomingCase } | { ok: false; faults: RowFault[] }

/** What is told of a case beside its cells: events that the petitioner was told of, and where the file is from. */
export type Told = { source: string; history: BodyOf<'imported'>['history'] }

/** A case that a row of a file makes here, or what is wrong with the row. */
export function checkCells(
  typed: CaseCells,
  tables: DeskTables,
  { source: fileSource, history }: Told,
  now: Date,
): CheckedRow {
  const cells = { ...typed }
  const faults = new Map<CaseColumn, string>()
  const fail: Fail = (column, words) => {
    if (!faults.has(column)) faults.set(column, words)
  }
  checkLengths(cells, fail)
  const externalNumber = cells.externalNumber || cells.number
  if (externalNumber === '')
    fail('externalNumber', '请填写这一件在原系统的编号，没有编号就认不出重复。')
  const source = cells.source || fileSource
  const category = readCategory(cells.category, fail)
  const channel = readChannel(cells.channel, fail)
  const topic = readListed('topic', cells.topic, tables.topics, fail)
  const region = readListed('region', cells.region, tables.regions, fail)
  const petitioner = readPetitioner(cells, fail)
  if (cells.request === '' && cells.facts === '') fail('facts', '请填写诉求或者事实与理由。')
  const title =
    cells.title || [...(cells.request || cells.facts)].slice(0, 30).join('').replace(/\n/g, ' ')
  const course = readCourse(cells, now, fail)
  cells.extendedDays = String(readDays(cells, course, fail))
  const isAccusation = category === 'accusation'
  const units = isAccusation ? { lead: null, beside: [] } : readUnits(cells, tables, course, fail)
  const isDeclined = course.some(({ state }) => state === 'declined')
  if (isDeclined && !isAccusation && !groundNamed(cells.declineGround)) {
    fail('declineGround', '请写不予受理的法定情形，例如“不属于本机关、单位职权范围”。')
  }
  const evaluated = evaluatedAfter(cells, course, fail)
  const own = (state: CaseState) =>
    ['received', 'registered', 'withdrawn', 'closed'].includes(state)
  const kept = isAccusation ? course.filter(({ state }) => own(state)) : course
  const left = course.filter((stage) => !kept.includes(stage))
  if (faults.size > 0) {
    const list = [...faults].map(([column, words]) => ({ column: caseColumns[column], words }))
    return { ok: false, faults: list }
  }
  const [first] = course
  return {
    ok: true,
    incoming: {
      source,
      externalNumber,
      receivedAt: first?.at ?? now.toISOString(),
      body: {
        kind: 'imported',
        told: `信访事项由${source}转来，原编号 ${externalNumber}。`,
        title,
        category,
        topic,
        region,
        request: cells.request,
        facts: cells.facts,
        petitioner,
        notifyBy: null,
        ...(channel && { channel }),
        attachments: [],
        source,
        externalNumber,
        history: [...history, ...historyOfCourse(left, cells)],
        leftFiles: cells.attachments === '' ? [] : cells.attachments.split('\n'),
      },
      later: [...eventsOfCourse(kept, cells, units), ...evaluated],
      withoutUnits: left.length > 0,
    },
  }
}
