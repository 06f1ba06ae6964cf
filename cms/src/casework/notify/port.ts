import type { NotifyWay } from '@portal/content/schema/petition/petition'

export type { NotifyWay }

/** One message in the forms that the ways need. Nothing of the petition is in it. */
export type Notification = {
  /** The same at every try, so that a receiver can drop a repetition; it leads back to nothing. */
  id: string
  subject: string
  text: string
  /** At most 70 characters: one SMS. */
  sms: string
  /** For a provider that holds the text itself and takes only what changes. */
  parameters: { number: string; step: string; day: string }
}

/**
 * What became of a try. `refused`: this recipient will never get it. `unavailable`: later perhaps.
 * A reason is shown to staff and logged, so it never holds words of the server, which may repeat
 * the recipient's address.
 */
export type SendOutcome =
  { kind: 'sent' } | { kind: 'refused'; reason: string } | { kind: 'unavailable'; reason: string }

/** Sends one message to one recipient. Every failure is an outcome; it does not throw. */
export type Send = (to: string, message: Notification) => Promise<SendOutcome>

/** The ways that are set up. */
export type Senders = Partial<Record<NotifyWay, Send>>
