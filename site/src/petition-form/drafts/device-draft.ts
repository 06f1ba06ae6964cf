import { fieldNames } from '../../petition/fields/fields.ts'
import type { TypedFields } from '../../petition/fields/fields.ts'

const place = 'petition-draft'
/** Beside it, which tab writes it. */
const writerPlace = 'petition-draft-tab'

/** The draft on this device; `null` where there is none, or the browser keeps nothing. */
export function readDeviceDraft(storage: () => Storage = () => localStorage): TypedFields | null {
  try {
    const saved: unknown = JSON.parse(storage().getItem(place) ?? 'null')
    if (typeof saved !== 'object' || saved === null) return null
    const values = saved as Record<string, unknown>
    const draft: TypedFields = {}
    for (const name of fieldNames) {
      const value = values[name]
      if (typeof value === 'string') draft[name] = value
    }
    return draft
  } catch {
    return null
  }
}

/** Keeps a draft on this device, without the ID number. @returns false where that is not possible */
export function saveDeviceDraft(
  typed: TypedFields,
  storage: () => Storage = () => localStorage,
): boolean {
  const kept = { ...typed }
  delete kept.idNumber
  try {
    storage().setItem(place, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

/** Makes a tab the one that writes the draft. */
export function takeDeviceDraft(writer: string, storage: () => Storage = () => localStorage): void {
  try {
    storage().setItem(writerPlace, writer)
  } catch {
    // Saving will say so.
  }
}

/** Whether another tab has taken the draft. */
export function isTaken(writer: string, storage: () => Storage = () => localStorage): boolean {
  try {
    const known = storage().getItem(writerPlace)
    return known !== null && known !== writer
  } catch {
    return false
  }
}

/** Removes the draft from this device. */
export function clearDeviceDraft(storage: () => Storage = () => localStorage): void {
  try {
    storage().removeItem(place)
    storage().removeItem(writerPlace)
  } catch {
    // A browser that forbids storage has kept nothing either.
  }
}
