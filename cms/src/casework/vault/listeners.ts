import type { Core } from '@strapi/strapi'
import { sealedFields, type Model } from './sealed-type.ts'

type Told = { uid?: string; entry?: { id?: unknown; documentId?: unknown } }
type EventHub = { emit(name: string, ...told: unknown[]): Promise<void> }

/**
 * Tells whoever listens for changes, webhooks to other machines among them, that a row with sealed
 * fields has changed, and nothing of what it says.
 */
export function withholdFromListeners(strapi: Core.Strapi): void {
  const hub = strapi.eventHub as unknown as EventHub
  const emit = hub.emit.bind(hub)
  const withhold = (told: unknown) => {
    const { uid, entry } = (told ?? {}) as Told
    const model = uid ? (strapi.contentTypes[uid as never] as unknown as Model) : undefined
    if (!model || !entry || sealedFields(model).length === 0) return told
    const { id, documentId } = entry
    return { ...(told as Told), entry: { id, documentId } }
  }
  hub.emit = (name, ...told) => emit(name, ...told.map(withhold))
}
