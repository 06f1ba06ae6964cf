/** Why a file is not taken, and what to do, for staff to read. */
export type Refusal = { error: string }

/** What of a file did not come in, in words for staff; empty where all did. */
export type Left = { left: string[] }

/** A file as it may be stored: where it lies, what it is. */
export type Cleaned = { ok: true; path: string; ext: string; mime: string } & Left
