import { shanghaiDay } from '@portal/content/calendar/day'
import type { Core } from '@strapi/strapi'
import type { BodyOf } from '../events/event.ts'
import { listOfficials } from '../officials/officials.ts'
import { openSlots } from '../officials/slots.ts'
import { wallOfOfficial } from '../rules/officials/official-wall.ts'
import type { NamedUnit } from '../rules/units/find-units.ts'
import { textsOf } from '../record/named-units.ts'
import type { Registration } from './parse-registration.ts'

/** What is to be recorded of a visit that is heard at a reception, or why it cannot be. */
export type Booking = { ok: true; body: BodyOf<'slot-booked'> } | { ok: false; reason: string }

/**
 * Books a visit at a reception of the timetable: one that is there, has room, and is not that of an official whom the
 * visitor names or whose unit they name.
 */
export async function bookSlot(
  strapi: Core.Strapi,
  id: string,
  filed: Registration['filed'],
  named: readonly NamedUnit[],
  now: Date,
): Promise<Booking> {
  const refuse = (reason: string) => ({ ok: false, reason }) as const
  if (filed.channel !== 'visit') return refuse('只有来访可以登记到接访。')
  const slot = (await openSlots(strapi, shanghaiDay(now))).find((one) => one.id === id)
  if (!slot) return refuse('这一场接访已经不在安排里，请重新选择。')
  if (slot.capacity !== null && slot.booked >= slot.capacity) {
    return refuse(`这一场已经登记满 ${slot.capacity} 批，请选别的一场。`)
  }
  const official = (await listOfficials(strapi)).find((one) => one.id === slot.official)
  const wall = {
    accused: named.map((unit) => unit.id),
    settled: true,
    accusation: filed.category === 'accusation',
    texts: textsOf(filed),
  }
  const fault = official && wallOfOfficial(official, wall)
  if (fault) return refuse('来访人写到了这位领导，或者所在、分管的单位，请选别的一场。')
  const { reception, office, day, from, to, place } = slot
  return {
    ok: true,
    body: { kind: 'slot-booked', told: null, reception, office, day, from, to, place },
  }
}
