/** Something broke that nobody expected; it is in the log, without what was typed. */
export type Failed = { kind: 'failed' }

/** Asked for too often, by this address or by all together; `retryAfter` in seconds. */
export type Limited = { kind: 'limited'; retryAfter: number }
