import { dayMs } from '@portal/content/calendar/day'

/** Bytes of a file that are sent at a time. */
export const partLimits = {
  most: 256 * 1024,
  /** It bounds how many parts a file has; the last one may be smaller. */
  least: 16 * 1024,
} as const

/** Milliseconds for which a file is kept that was neither sent nor saved with its form. */
export const unsentTime = dayMs

/**
 * Files that one address may have under way at once. A form sends one after another, so this is as
 * many people who send at the same moment; who comes beyond waits half a minute.
 */
export const openUploads = 40

/**
 * Milliseconds after which a file under way is given up: the first part of 256 KB has not come, or no
 * further one. The page's script sends it anew; longer than a tunnel, a lift, a call.
 */
export const idleTimes = { silent: 5 * 60_000, halting: 30 * 60_000 } as const
