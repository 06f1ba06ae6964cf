import type { Category } from '@portal/content/schema/petition/category'
import { fieldNames } from '../../petition/fields/fields.ts'
import type { TypedFields } from '../../petition/fields/fields.ts'

/** A form that is being written: its key, where it stands, and all that was typed. */
export type TabForm = {
  key: string
  step: number
  typed: TypedFields
  /** The key is another tab's, from which this one was duplicated; nothing was changed since. */
  copied: boolean
}

/** A receipt that its holder has not said to have kept. */
export type TabReceipt = {
  number: string
  code: string
  receivedAt: string
  category: Category
  title: string
  /** Names of those that came in with it. */
  files: string[]
}

// Of this tab: no other tab reads it, and it is gone when the tab is closed.
const tab = () => sessionStorage
const places = { form: 'petition-form', receipt: 'petition-receipt', id: 'petition-tab' }

/** What this tab keeps of a form that was not sent; `null` where there is none. */
export function readTabForm(storage = tab): TabForm | null {
  const { key, step, typed, copied } = read(places.form, storage)
  if (typeof key !== 'string' || typeof step !== 'number' || typeof typed !== 'object') return null
  const values = typed as Record<string, unknown>
  const known: TypedFields = {}
  for (const name of fieldNames) {
    const value = values[name]
    if (typeof value === 'string') known[name] = value
  }
  return { key, step, typed: known, copied: copied === true }
}

/** Keeps a form in this tab until it is sent. @returns false where the browser keeps nothing */
export function keepTabForm(form: TabForm, storage = tab): boolean {
  return write(places.form, form, storage)
}

/** Forgets the form. */
export function dropTabForm(storage = tab): void {
  drop(places.form, storage)
}

/** A receipt that this tab still shows; `null` where there is none. */
export function readTabReceipt(storage = tab): TabReceipt | null {
  const kept = read(places.receipt, storage)
  const { number, code, receivedAt, category, title, files } = kept
  const texts = [number, code, receivedAt, category, title, ...(Array.isArray(files) ? files : [0])]
  if (!texts.every((text) => typeof text === 'string')) return null
  return { number, code, receivedAt, category, title, files } as TabReceipt
}

/** Keeps a receipt until its holder says that it is kept. */
export function keepTabReceipt(receipt: TabReceipt, storage = tab): void {
  write(places.receipt, receipt, storage)
}

/** Forgets the receipt. */
export function dropTabReceipt(storage = tab): void {
  drop(places.receipt, storage)
}

/** A name of this tab, the same after a reload. */
export function tabName(make: () => string, storage = tab): string {
  const { id } = read(places.id, storage)
  if (typeof id === 'string') return id
  const made = make()
  write(places.id, { id: made }, storage)
  return made
}

/** Gives this tab another name. */
export function renameTab(id: string, storage = tab): void {
  write(places.id, { id }, storage)
}

function read(place: string, storage: () => Storage): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(storage().getItem(place) ?? 'null')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function write(place: string, value: object, storage: () => Storage): boolean {
  try {
    storage().setItem(place, JSON.stringify(value))
    return true
  } catch {
    // A browser that keeps nothing still has the page.
    return false
  }
}

function drop(place: string, storage: () => Storage): void {
  try {
    storage().removeItem(place)
  } catch {
    // It has kept nothing either.
  }
}
