import { Readable } from 'node:stream'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Core } from '@strapi/strapi'
import type { HandOverFormat } from '../../contracts/cases/hand-over.ts'
import { layout } from '../../environment.ts'
import type { Staff } from '../../strapi/staff.ts'
import type { CaseEvent } from '../events/event.ts'
import { readKeyFile } from '../sealed/key-file.ts'
import { recordView } from '../record/view-log.ts'
import { projectCase } from '../rules/case/project-case.ts'
import { csvPieces, jsonPieces } from './pieces.ts'
import { readSound } from './read-sound.ts'
import { sentFiles } from './sent-files.ts'
import { zipCases, type Files } from './zip-cases.ts'

/** A file that somebody is given a ticket for. */
export type HandOverJob = {
  format: HandOverFormat
  name: string
  numbers: string[]
  account: Staff
  head: { madeAt: string; office: string; reason: string }
}

/** The media type of each kind of file. */
export const mediaTypes: Record<HandOverFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
}

/** The cases one after another: only one is in memory. `onRead` is told of each that is in the file. */
async function* handed(
  strapi: Core.Strapi,
  numbers: readonly string[],
  onRead: (number: string) => Promise<void>,
): AsyncGenerator<{ number: string; events: CaseEvent[] | null }> {
  for (const number of numbers) {
    const events = await readSound(strapi, number)
    if (events !== null) await onRead(number)
    yield { number, events }
  }
}

async function* filesOf(strapi: Core.Strapi, numbers: readonly string[]): AsyncIterable<Files> {
  for (const number of numbers) {
    const events = await readSound(strapi, number)
    if (events === null) continue
    yield { number, attachments: projectCase(events).attachments, sent: sentFiles(events) }
  }
}

/** The file of a job, written while it is sent. Each case in it is recorded as handed over, each attachment as opened. */
export function writeFile(
  strapi: Core.Strapi,
  { format, numbers, account, head }: HandOverJob,
  table: Workdays,
): Readable {
  const recorded = (number: string) => recordView(strapi, account, number, 'export')
  const cases = () => handed(strapi, numbers, recorded)
  switch (format) {
    case 'json':
      return Readable.from(jsonPieces(cases(), head, table), { objectMode: false })
    case 'csv':
      return Readable.from(csvPieces(cases(), table), { objectMode: false })
    case 'zip': {
      const again = handed(strapi, numbers, async () => {})
      const tables = [
        { name: '办件.json', pieces: jsonPieces(cases(), head, table) },
        { name: '办件.csv', pieces: csvPieces(again, table) },
      ]
      return zipCases(tables, filesOf(strapi, numbers), {
        folder: layout.attachments,
        identities: readKeyFile(layout.identity),
        opened: (number) => recordView(strapi, account, number, 'download'),
      })
    }
  }
}
