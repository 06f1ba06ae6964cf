import type { Values } from './merge'

/** An entry that a field is linked with, as Strapi's form and its server write it. */
export type LinkedRow = {
  id?: number | string
  documentId?: string
  apiData?: { documentId?: string }
  [field: string]: unknown
}
/** What the fields of an entry are linked with on the server. */
export type Links = Record<string, LinkedRow[]>
/** A linked entry to be compared and read: which one, and its name. */
type Link = { linked: string; words: string; row: LinkedRow }

/** Strapi's form holds of a link field only what was changed in it. */
type Change = { connect: LinkedRow[]; disconnect: LinkedRow[] }

function isChange(value: unknown): value is Change {
  const change = value as Partial<Change> | null
  return Array.isArray(change?.connect) && Array.isArray(change.disconnect)
}

const keyOf = (row: LinkedRow) =>
  row.apiData?.documentId ?? row.documentId ?? `number ${String(row.id)}`

function titleOf(row: LinkedRow): string {
  const { label, name, title, documentId } = row
  return [label, name, title, documentId].find((word) => typeof word === 'string') ?? ''
}

const linkOf = (row: LinkedRow): Link => ({ linked: keyOf(row), words: titleOf(row), row })

/** Whether a value is what a field is linked with, as `withLinks` gives it. */
function isLinks(value: unknown): value is Link[] {
  return Array.isArray(value) && value.every((one) => one !== null && Object(one).linked)
}

/** A form's values with what its link fields lead to in place of what was changed in them. */
export function withLinks(values: Values, stored: Links): Values {
  const spelled = Object.entries(values).map(([field, value]) => {
    const rows = stored[field]
    if (!rows || !isChange(value)) return [field, value]
    const gone = new Set([...value.disconnect, ...value.connect].map(keyOf))
    return [field, [...rows.filter((row) => !gone.has(keyOf(row))), ...value.connect].map(linkOf)]
  })
  return Object.fromEntries(spelled) as Values
}

/** Those that were read both times: a field that was not cannot be compared. */
export function commonLinks(a: Links, b: Links): [Links, Links] {
  const fields = Object.keys(a).filter((field) => field in b)
  const only = (links: Links) =>
    Object.fromEntries(fields.map((field) => [field, links[field] ?? []]))
  return [only(a), only(b)]
}

/** A link as Strapi's form writes one that is taken away, or given. */
function written({ linked, words, row }: Link): LinkedRow {
  const { id, status, documentId = linked } = row
  return {
    label: words,
    ...row,
    id,
    status,
    apiData: { id, documentId, ...row.apiData },
  } as LinkedRow
}

/** What has to be changed in a link field for it to lead where it should. */
function changeOf(wanted: Link[], stored: LinkedRow[]): Change {
  const kept = new Set(wanted.map(({ linked }) => linked))
  const there = new Set(stored.map(keyOf))
  return {
    connect: wanted.filter(({ linked }) => !there.has(linked)).map(written),
    disconnect: stored
      .map(linkOf)
      .filter(({ linked }) => !kept.has(linked))
      .map(written),
  }
}

/** The values as the form holds them, over what is stored. */
export function withoutLinks(values: Values, stored: Links): Values {
  const spelled = Object.entries(values).map(([field, value]) => {
    const rows = stored[field]
    return [field, rows && isLinks(value) ? changeOf(value, rows) : value]
  })
  return Object.fromEntries(spelled) as Values
}
