import { nameOf, type Staff } from '../../strapi/staff.ts'
import type { Actor } from './event.ts'

/** One of the staff as who made an event. */
export function staffActor(account: Staff): Actor {
  return { kind: 'staff', id: account.id, name: nameOf(account) }
}
