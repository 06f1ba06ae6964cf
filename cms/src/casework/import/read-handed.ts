import { handedCase } from '../../contracts/cases/hand-over.ts'
import { z } from 'zod'
import type { CaseCells } from '../../contracts/cases/case-columns.ts'
import { cellsOfHanded } from '../hand-over/handed-case.ts'
import type { Told } from './check-cells.ts'

/** A case of a hand-over file; null where it is none that is understood. `row` counts from 1. */
export type HandedRow = {
  row: number
  read: { cells: CaseCells; history: Told['history'] } | null
}
export type ReadHanded =
  { ok: true; office: string; unread: number; rows: HandedRow[] } | { ok: false; reason: string }

const head = z.object({
  format: z.literal('petition-hand-over'),
  version: z.literal(2),
  office: z.string(),
  cases: z.array(z.unknown()),
  unread: z.array(z.string()).default([]),
})

const refuse = (reason: string) => ({ ok: false, reason }) as const

function readOne(value: unknown): HandedRow['read'] {
  const one = handedCase.safeParse(value).data
  if (!one) return null
  const history = one.events.flatMap(({ at, by, body: { told } }) =>
    typeof told === 'string' ? [{ at, by, text: told }] : [],
  )
  return { cells: cellsOfHanded(one), history }
}

/** Reads a file that another office has handed over. @param most so many cases at most */
export function readHanded(text: string, most: number): ReadHanded {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('文件不完整，读到一半就断了：请重新传一次，或者请对方重新移交。')
  }
  const file = head.safeParse(value).data
  if (!file) {
    return refuse('这不是本系统移交办件的文件，或者是旧版存的：请用“移交办件”重新存一次。')
  }
  if (file.cases.length === 0) return refuse('文件里没有办件：请检查是否选错了文件。')
  if (file.cases.length > most) {
    return refuse(`文件里有 ${file.cases.length} 件，一次最多 ${most} 件：请分成几次移交。`)
  }
  const rows = file.cases.map((one, index) => ({ row: index + 1, read: readOne(one) }))
  return { ok: true, office: file.office, unread: file.unread.length, rows }
}
