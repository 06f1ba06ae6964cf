/**
 * `[points, seconds]`: so many in so many seconds, always; and so many more at first. Who has used up
 * both waits no longer than the seconds of `steady`.
 */
export type Bucket = { steady: readonly [number, number]; burst: readonly [number, number] }

export type Limit = {
  perAddress?: Bucket
  /** Counted for the number or code that is tried, whether it exists or not. */
  perReceipt?: Bucket
  global: Bucket
}

const minute = 60
const hour = 3600

/**
 * Every limit of the public side. One address may be a whole village behind a mobile operator or the
 * machines of a service hall, so what is counted by address is generous; what all addresses together
 * may do is bounded by what the machine and the desk can take.
 */
export const limitTable = {
  /**
   * Petitions with a proof of work. A building's owners filing in the same hour pass; a flood can
   * fill neither the disk nor the desk: at most two a second in the long run.
   */
  filing: {
    perAddress: { steady: [1, 10], burst: [200, hour] },
    global: { steady: [2, 1], burst: [1_000, hour] },
  },
  /**
   * Petitions without one: browsers without a script, or too old for it. Few of those who still use
   * one file in the same minute, so this is narrow: a flood through this door is six a minute.
   */
  filingUnproven: {
    perAddress: { steady: [1, minute], burst: [5, hour] },
    global: { steady: [1, 10], burst: [30, 10 * minute] },
  },
  /** Forms that were filed already, sent again because the answer was lost. */
  resending: {
    perAddress: { steady: [1, 10], burst: [60, 10 * minute] },
    global: { steady: [5, 1], burst: [500, 10 * minute] },
  },
  /**
   * Looks at the progress with a wrong number or code; right ones are given back. This is what
   * guesses may cost of the slow hash, which leaves it to those who file and look. It is not what
   * keeps a code from being guessed: there are 25¹² = 6·10¹⁶, so a thousand guesses a second at one
   * number, day and night, which is more than a portal answers, find it in one of 700 million days.
   * Whoever comes too often is sent away, but for who has the right code: see `verify.ts`.
   */
  tracking: {
    perAddress: { steady: [1, 2], burst: [60, 10 * minute] },
    perReceipt: { steady: [1, 15], burst: [9, 5 * minute] },
    global: { steady: [2, 1], burst: [100, 10 * minute] },
  },
  /**
   * Tries that an address has at a number while others hammer at it; `perReceipt` is of both. So
   * a holder who mistypes is told so, and one whose code has no mark yet comes in.
   */
  trackingApart: {
    perReceipt: { steady: [1, minute], burst: [3, 5 * minute] },
    global: { steady: [1, 1], burst: [60, 10 * minute] },
  },
  /**
   * And tries at a number that are looked at after all: whoever tries a few a second is slowed by
   * nothing but the hash, and keeps nobody out.
   */
  trackingSlowly: {
    perReceipt: { steady: [4, 1], burst: [10, minute] },
    global: { steady: [5, 1], burst: [20, minute] },
  },
  /** Codes of saved drafts, guessed as those of receipts are; there are 25¹⁶. */
  resuming: {
    perAddress: { steady: [1, 2], burst: [60, 10 * minute] },
    perReceipt: { steady: [1, 15], burst: [9, 5 * minute] },
    global: { steady: [2, 1], burst: [100, 10 * minute] },
  },
  /**
   * Evaluations, supplements, withdrawals, appeals. Count them against the receipt only after the code
   * was right, else a stranger could use up what its holder may send.
   */
  laterMessage: {
    perAddress: { steady: [1, 10], burst: [60, hour] },
    perReceipt: { steady: [1, minute], burst: [20, hour] },
    global: { steady: [2, 1], burst: [500, hour] },
  },
  /** Reports of errors on the site: somebody reads each of them. */
  reporting: {
    perAddress: { steady: [1, minute], burst: [10, hour] },
    global: { steady: [1, 10], burst: [60, 10 * minute] },
  },
  /** Drafts saved on the server: now and then while one writes, and each takes room. */
  draftSaving: {
    perAddress: { steady: [1, 2], burst: [200, hour] },
    global: { steady: [5, 1], burst: [1_000, hour] },
  },
  /** Files: each costs a second of a processor and megabytes of the disk. */
  upload: {
    perAddress: { steady: [1, 5], burst: [60, hour] },
    global: { steady: [2, 1], burst: [300, hour] },
  },
  /**
   * Searches that the server answers: the first of everybody, and all of readers without a script.
   * Each takes some milliseconds of a processor.
   */
  searching: {
    perAddress: { steady: [1, 1], burst: [100, 10 * minute] },
    global: { steady: [20, 1], burst: [600, minute] },
  },
  /** Searches that found nothing, to be counted: what is over is not counted, and nobody is told. */
  missedQueries: {
    perAddress: { steady: [1, minute], burst: [60, hour] },
    global: { steady: [1, 1], burst: [300, 10 * minute] },
  },
  /** Challenges: cheap to make, one or two for each form. */
  challenge: {
    perAddress: { steady: [1, 1], burst: [300, 10 * minute] },
    global: { steady: [50, 1], burst: [2_000, minute] },
  },
} as const satisfies Record<string, Limit>

export type LimitKind = keyof typeof limitTable
export type LimitTable = Readonly<Record<LimitKind, Limit>>
