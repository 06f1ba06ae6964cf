import type { Core } from '@strapi/strapi'
import { modelOf } from '../../strapi/models.ts'
import { sealedFields } from './sealed-type.ts'

type HubEvent = { uid?: string; entry?: { id?: unknown; documentId?: unknown } }
type EventHub = { emit(name: string, ...events: unknown[]): Promise<void> }

/**
 * Tells whoever listens for changes, webhooks to other machines among them, that a row with sealed
 * fields has changed, and nothing of what it says.
 */
export function withholdFromListeners(strapi: Core.Strapi): void {
  const hub = strapi.eventHub as EventHub
  const emit = hub.emit.bind(hub)
  const withhold = (event: unknown) => {
    const { uid, entry } = (event ?? {}) as HubEvent
    const model = modelOf(strapi, uid ?? '')
    if (!model || !entry || sealedFields(model).length === 0) return event
    const { id, documentId } = entry
    return { ...(event as HubEvent), entry: { id, documentId } }
  }
  hub.emit = (name, ...events) => emit(name, ...events.map(withhold))
}
