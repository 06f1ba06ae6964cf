/** Why a file is not taken, and what to do, for staff to read. */
export type Refusal = { error: string }

/** A file as it may be stored: where it lies, what it is. */
export type Cleaned = { ok: true; path: string; ext: string; mime: string }
