import type { Core } from '@strapi/strapi'
import { publicationOf } from '../transcribe/publications.ts'
import { writeRecords } from '../../strapi/records/write-records.ts'
import type { Content } from './content.ts'
import type { EditionSummary, Fate } from '../../contracts/publications/editions.ts'
import { contentType } from '../../contracts/content-types.ts'
import { tableOf, type TableRow } from '../../strapi/tables.ts'
import { keyOf, type EntryKey } from './entry.ts'

/**
 * A file whose words no program can read, or a doubtful place of the text (then `name` is its field and kind), and who
 * has looked at it and found nothing personal.
 */
export type Looked = { digest: string; name: string; by: number; who: string; at: string }

/** A published version of an entry. `path` is its address on the portal, `note` what the public is told. */
export type Edition = EditionSummary & {
  path: string
  note: string | null
  looked: Looked[]
}

const editions = contentType.edition
const facts = ['number', 'at', 'by', 'title', 'path', 'fate', 'endedAt', 'note', 'looked'] as const

type EditionRow = Pick<TableRow<typeof editions>, (typeof facts)[number]>

function fromRow({ number, by, title, path, fate, note, ...row }: EditionRow): Edition {
  const endedAt = row.endedAt && new Date(row.endedAt).toISOString()
  const at = new Date(row.at).toISOString()
  return {
    ...{ number, by, title, path, fate, note, at, endedAt },
    looked: (row.looked ?? []) as Looked[],
  }
}

/** The address on the portal of an entry with this slug. */
export function pathOf(uid: string, slug: unknown): string {
  return `/${publicationOf(uid)?.kind}/${String(slug)}/`
}

/** The editions of an entry without their text, newest first. */
export async function listEditions(strapi: Core.Strapi, key: EntryKey): Promise<Edition[]> {
  const rows = await tableOf(strapi, editions).findMany({
    where: { key: keyOf(key) },
    orderBy: { number: 'desc' },
    select: facts,
  })
  return rows.map(fromRow)
}

/** Every edition of everything, without text, oldest first, with the key of its entry. */
export async function listAllEditions(strapi: Core.Strapi): Promise<(Edition & { key: string })[]> {
  const rows = await tableOf(strapi, editions).findMany({
    orderBy: { id: 'asc' },
    select: [...facts, 'key'],
  })
  return rows.map((row) => ({ ...fromRow(row), key: row.key }))
}

/** What one edition said. */
export async function readEdition(
  strapi: Core.Strapi,
  key: EntryKey,
  number: number,
): Promise<Content | undefined> {
  const where = { serial: `${keyOf(key)} ${number}` }
  const row = await tableOf(strapi, editions).findOne({ where, select: ['content'] })
  return row?.content as Content | undefined
}

/** Adds the next edition of an entry, with who looked at its pictures; the one before it is superseded. Returns its number. */
export async function addEdition(
  strapi: Core.Strapi,
  key: EntryKey,
  { content, by, at, looked = [] }: { content: Content; by: string; at: Date; looked?: Looked[] },
): Promise<number> {
  const [last] = await listEditions(strapi, key)
  const number = (last?.number ?? 0) + 1
  await endLive(strapi, key, { fate: 'superseded', at })
  await writeRecords(() =>
    tableOf(strapi, editions).create({
      data: {
        serial: `${keyOf(key)} ${number}`,
        key: keyOf(key),
        number,
        at: at.toISOString(),
        by,
        title: String(content.title),
        path: pathOf(key.uid, content.slug),
        content,
        looked,
        fate: 'live',
      },
    }),
  )
  return number
}

/** Says what became of the edition that was live. */
export async function endLive(
  strapi: Core.Strapi,
  key: EntryKey,
  { fate, at, note = null }: { fate: Fate; at: Date; note?: string | null },
): Promise<void> {
  await writeRecords(() =>
    tableOf(strapi, editions).updateMany({
      where: { key: keyOf(key), fate: 'live' },
      data: { fate, endedAt: at.toISOString(), note },
    }),
  )
}
