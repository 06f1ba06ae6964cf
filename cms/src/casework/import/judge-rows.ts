import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import { layout } from '../../environment.ts'
import { tableOf } from '../../strapi/tables.ts'
import { readKeyFile } from '../sealed/key-file.ts'
import { caseUid } from '../record/case-record.ts'
import { listUnits } from '../record/units.ts'
import { comparable } from '../rules/comparable.ts'
import type { RowFault } from './cells-in-row.ts'
import { checkCells, type IncomingCase } from './check-cells.ts'
import type { DeskTables } from './desk-tables.ts'
import { importNumber } from './import-number.ts'
import type { IncomingRow } from './read-incoming.ts'

/** What a row is to the desk: a case to be made, one that is here, one that stood in the file before, or faulty. */
export type Judged = { row: number } & (
  | { kind: 'fresh'; number: string; incoming: IncomingCase }
  | { kind: 'here'; number: string }
  | { kind: 'twice'; of: number }
  | { kind: 'faulty'; faults: RowFault[] }
)

/** So many rows are looked up at once. */
const page = 500

/** The tables of the desk as they are now. */
export async function readDeskTables(strapi: Core.Strapi): Promise<DeskTables> {
  const topics = await tableOf(strapi, contentType.topic).findMany({ select: ['name'] })
  type Place = { id: number; name: string; parent: { id: number } | null }
  const places: Place[] = await strapi.db
    .query(contentType.region)
    .findMany({ select: ['id', 'name'], populate: { parent: { select: ['id'] } } })
  const byId = new Map(places.map((place) => [place.id, place]))
  const nameOf = ({ name, parent }: Place): string => {
    const above = parent ? byId.get(parent.id) : undefined
    return above ? `${nameOf(above)} ${name}` : name
  }
  const units = await listUnits(strapi)
  return {
    topics: new Set(topics.map(({ name }) => String(name))),
    regions: new Set(places.map(nameOf)),
    units: new Map(units.map(({ documentId: id, name }) => [comparable(name), { id, name }])),
  }
}

async function numbersHere(strapi: Core.Strapi, numbers: string[]): Promise<Set<string>> {
  const rows: { number: string }[] = await strapi.db
    .query(caseUid)
    .findMany({ where: { number: { $in: numbers } }, select: ['number'] })
  return new Set(rows.map(({ number }) => number))
}

/** Judges the rows of a file in order, some at a time, so that the desk answers others meanwhile. */
export async function* judgeRows(
  strapi: Core.Strapi,
  rows: readonly IncomingRow[],
  source: string,
  now: Date,
): AsyncGenerator<Judged> {
  const tables = await readDeskTables(strapi)
  const [pepper = ''] = readKeyFile(layout.pepper)
  const seen = new Map<string, number>()
  for (let from = 0; from < rows.length; from += page) {
    const checked = rows.slice(from, from + page).map((one) => {
      const told = { source, history: one.history }
      const result = checkCells(one.cells, tables, told, now)
      const { source: itsSource, externalNumber, number } = one.cells
      const key = importNumber(itsSource || source, externalNumber || number, pepper)
      return { ...one, result, key, own: externalNumber === '' ? number : '' }
    })
    const asked = checked.flatMap(({ key, own }) => [key, ...(own === '' ? [] : [own])])
    const here = await numbersHere(strapi, asked)
    for (const { row, faults, result, key, own } of checked) {
      const known = [own, key].find((number) => here.has(number))
      const before = seen.get(key)
      const all = [...faults, ...(result.ok ? [] : result.faults)]
      if (known !== undefined) yield { row, kind: 'here', number: known }
      else if (before !== undefined) yield { row, kind: 'twice', of: before }
      else if (all.length > 0 || !result.ok) yield { row, kind: 'faulty', faults: all }
      else yield { row, kind: 'fresh', number: key, incoming: result.incoming }
      if (!seen.has(key) && all.length === 0) seen.set(key, row)
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
}
