import { nameOf, type Staff } from '../../strapi/staff.ts'
import type { Actor } from './event.ts'

export type StaffActor = Extract<Actor, { kind: 'staff' }>

/** One of the staff as who made an event. */
export function staffActor(account: Staff): StaffActor {
  return { kind: 'staff', id: account.id, name: nameOf(account) }
}
