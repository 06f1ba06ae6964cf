/** The bytes of a file that has arrived, readable from any place on, more than once. */
export type Arrived = { size: number; from(start: number): AsyncIterable<Uint8Array> }
