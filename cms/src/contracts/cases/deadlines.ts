/** How urgent a reminder is, the least first: before the last day, on it, after it. */
export const reminderTiers = ['before', 'today', 'late'] as const
export type ReminderTier = (typeof reminderTiers)[number]

/** What offices call them. */
export const tierNames: Record<ReminderTier, string> = {
  before: '届时提醒',
  today: '临期交办',
  late: '督办',
}

/** Whom a reminder is for, the nearest first: the unit's people, its head, the bureau. */
export const reminderLevels = ['unit', 'head', 'bureau'] as const
export type ReminderLevel = (typeof reminderLevels)[number]

/** The letters by which the bureau presses a unit; each is a paper of the same name. */
export const letters = ['reminder', 'supervision'] as const
export type Letter = (typeof letters)[number]

export const letterNames: Record<Letter, string> = { reminder: '提醒函', supervision: '督办函' }

/** Working days before a last day on which the first reminder is given, where the office has not said otherwise. */
export const usualRemindDays = 3

/** A reminder that was given of a clock; `unit` is the identifier of whose clock it is. */
export type GivenReminder = {
  tier: ReminderTier
  clock: string
  unit: string | null
  startedOn: string
  lastDay: string
}

/** A letter as clocks see it; what it says stands in the case's events. */
export type Supervision = {
  letter: Letter
  unit: { id: string; name: string }
  at: string
  dueOn: string
  answeredAt: string | null
}

/** A letter on the page of a case. `number` is that of its paper. */
export type LetterOnPage = {
  name: string
  number: string
  unit: string
  reason: string
  dueOn: string
  at: string
  by: string
  answer: { at: string; text: string } | null
}
