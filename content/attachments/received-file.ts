/** The bytes of a file that has arrived, readable from any place on, more than once. */
export type Arrived = { size: number; from(start: number): AsyncIterable<Uint8Array> }

/** Lets so much work go on at once, as its maker thinks right. @throws what its maker throws at whom it sends away */
export type Queue = { run<T>(work: () => Promise<T>): Promise<T> }
