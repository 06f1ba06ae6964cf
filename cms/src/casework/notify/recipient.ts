import { takesSms, type Notify } from '@portal/content/schema/petition/petition'
import { toCode } from '../../strapi/choice-codes.ts'
import type { NotifyWay } from './port.ts'

/** The fields of a case that say how to reach the petitioner. */
export type Contact = {
  notifyBy: string | null
  petitionerPhone: string
  petitionerEmail: string | null
}

/** The petitioner's wish as a case is told of it. */
export function wishOf(notify: Notify | undefined): {
  notifyBy: NotifyWay | null
  petitionerEmail: string | null
} {
  return {
    notifyBy: notify?.by ?? null,
    petitionerEmail: notify?.by === 'email' ? notify.address : null,
  }
}

/** How the petitioner wishes to be told; null where there is no wish. */
export function wayOf({ notifyBy }: Pick<Contact, 'notifyBy'>): NotifyWay | null {
  const code = toCode('notifyBy', notifyBy)
  return code === 'sms' || code === 'email' ? code : null
}

/** Where to send; null without a wish, without an address, or where an SMS would go to a landline. */
export function recipientOf(contact: Contact): { by: NotifyWay; to: string } | null {
  const by = wayOf(contact)
  if (by === 'email' && contact.petitionerEmail) return { by, to: contact.petitionerEmail }
  if (by === 'sms' && takesSms(contact.petitionerPhone)) return { by, to: contact.petitionerPhone }
  return null
}
