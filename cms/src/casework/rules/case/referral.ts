import type { Assignment, UnitRef } from '../../events/event-fields.ts'

/** A unit that has a case, or had it. Times are ISO 8601 instants. */
export type Referral = Assignment & {
  /** When the unit received the case; null where it acts without having been referred to. */
  at: string | null
  /** When the unit first answered: took it up, declined, advised, replied. */
  answeredAt: string | null
  endedAt: string | null
  /** What a unit that is not in the lead holds; for the one in the lead. */
  advice: string | null
}

/** The units that have the case now. */
export function presentReferrals(referrals: readonly Referral[]): Referral[] {
  return referrals.filter(({ endedAt }) => endedAt === null)
}

/** The unit whose answer is the answer; undefined where no unit has the case. */
export function leadOf(referrals: readonly Referral[]): Referral | undefined {
  return presentReferrals(referrals).find(({ lead }) => lead)
}

/** The part of a unit that has the case beside the one in the lead; undefined for any other unit. */
export function assistingOf(
  referrals: readonly Referral[],
  unit: string | null,
): Referral | undefined {
  return presentReferrals(referrals).find((one) => !one.lead && one.unit.id === unit)
}

/** Takes the case from the units for which `isMeant` holds. */
export function endReferrals(
  referrals: readonly Referral[],
  at: string,
  isMeant: (referral: Referral) => boolean = () => true,
): Referral[] {
  return referrals.map((one) =>
    one.endedAt === null && isMeant(one) ? { ...one, endedAt: at } : one,
  )
}

/** Gives the case to units at `at`. */
export function addReferrals(
  referrals: readonly Referral[],
  units: readonly Assignment[],
  at: string | null,
): Referral[] {
  const added = units.map((unit) => ({
    ...unit,
    at,
    answeredAt: null,
    endedAt: null,
    advice: null,
  }))
  return [...referrals, ...added]
}

/** Notes that a unit has answered. */
export function answerBy(
  referrals: readonly Referral[],
  unit: UnitRef,
  at: string,
  advice: string | null = null,
): Referral[] {
  return referrals.map((one) =>
    one.endedAt === null && one.unit.id === unit.id
      ? { ...one, answeredAt: one.answeredAt ?? at, advice: advice ?? one.advice }
      : one,
  )
}

/** Notes that a unit has answered in the lead; it takes the lead where another had it, or none. */
export function answerInLead(
  referrals: readonly Referral[],
  unit: UnitRef,
  at: string,
): Referral[] {
  if (leadOf(referrals)?.unit.id === unit.id) return answerBy(referrals, unit, at)
  const others = endReferrals(referrals, at, (one) => one.lead || one.unit.id === unit.id)
  const led = addReferrals(others, [{ unit, lead: true, note: '', dueOn: null }], null)
  return answerBy(led, unit, at)
}
