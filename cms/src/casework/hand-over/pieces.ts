import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { CaseEvent } from '../events/event.ts'
import { projectCase } from '../rules/case/project-case.ts'
import { caseLine, caseTableHead } from './case-line.ts'
import { cellsOf } from './cells-of-case.ts'
import { emptyCells } from '../../contracts/cases/case-columns.ts'
import { handedCaseOf } from './handed-case.ts'

/** The cases that are handed over, one after another: events are null where a case does not open. */
export type Handed = AsyncIterable<{ number: string; events: CaseEvent[] | null }>

/** What stands in the row of a case that does not open, beside its number. */
export const unreadWords = '打不开，没有移交'

/** The cases as a JSON file, a case at a time. @param head what the file says of itself */
export async function* jsonPieces(
  cases: Handed,
  head: { madeAt: string; office: string; reason: string },
  table: Workdays,
): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: 'petition-hand-over', version: 2, ...head }).slice(0, -1)},"cases":[`
  const unread: string[] = []
  let isFirst = true
  for await (const { number, events } of cases) {
    if (events === null) {
      unread.push(number)
      continue
    }
    yield `${isFirst ? '' : ','}\n${JSON.stringify(handedCaseOf(events, table))}`
    isFirst = false
  }
  yield `\n],"unread":${JSON.stringify(unread)}}\n`
}

/** The cases as a table, a row at a time. */
export async function* csvPieces(cases: Handed, table: Workdays): AsyncGenerator<string> {
  yield caseTableHead
  for await (const { number, events } of cases) {
    yield caseLine(
      events === null
        ? { ...emptyCells, number, state: unreadWords }
        : cellsOf(projectCase(events), events, table),
    )
  }
}
