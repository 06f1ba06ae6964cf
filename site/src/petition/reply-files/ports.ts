/** A sealed file as it is kept. */
export type SealedFile = { bytes: number; parts: AsyncIterable<Uint8Array> }

/** Files of replies, sealed to their petitioners. Every method throws `Unavailable` as the mailbox does. */
export type ReplyFileStore = {
  /**
   * Keeps a file; one that is there whole stays as it is. It is there whole or not at all.
   * @param length bytes that it has
   * @returns false where other than `length` bytes came
   */
  put(
    file: { number: string; id: string; at: Date },
    length: number,
    content: AsyncIterable<Uint8Array>,
  ): Promise<boolean>
  /** Those of a petition that are there whole. */
  held(number: string): Promise<string[]>
  /** A file that the status of its petition names; `null` where there is none. */
  sealed(number: string, id: string): Promise<SealedFile | null>
  /** Erases those of a petition that its status does not name. */
  eraseUnnamed(number: string): Promise<void>
  /** Erases those that no status has named, brought before `before`, at most `limit`; how many. */
  eraseForgotten(before: Date, limit: number): Promise<number>
}
