import { findKnown } from '@portal/content/privacy/known-words'
import { normalise } from '@portal/content/privacy/normalise'
import type { OfficialRef } from '../../events/leading-events.ts'
import type { Wall } from '../wall.ts'

/** A leading official as the desk knows one: the person's name and units are for the wall alone. */
export type Official = OfficialRef & { name: string; units: string[] }

/** What of a case decides whether an official may see it. */
export type OfficialWall = Pick<Wall, 'accused' | 'settled'> & {
  accusation: boolean
  /** Everything that the petitioner wrote. */
  texts: string[]
}

/**
 * Why a case is not for an official (arts. 30, 46), in words for the bureau; null where it may be. A case that accuses
 * the official's unit, that names the official, or, being an accusation, the post, is kept from them, whoever gave it
 * to them and whenever that came to light.
 */
export function wallOfOfficial(official: Official, wall: OfficialWall): string | null {
  if (!wall.settled) return '信访人写到的单位还没有逐个确认是不是被检举控告的'
  if (wall.accused.some((unit) => official.units.includes(unit))) {
    return '检举控告的是这位领导所在或者分管的单位'
  }
  const accuses = wall.accusation || wall.accused.length > 0
  const words = accuses ? [official.name, official.office] : [official.name]
  const names = wall.texts.some((text) => [...findKnown(normalise(text), words)].length > 0)
  return names ? '信访人写到了这位领导' : null
}
