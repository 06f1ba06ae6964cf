/** A file under way or arrived, as it is stored. Nothing here says what it is or whose. */
export type Upload = {
  id: string
  keyHash: Uint8Array
  state: 'open' | 'ready' | 'refused'
  size: number
  received: number
  /** Name and, once it is known, type, length and digest or the reason why not; encrypted. */
  description: Uint8Array
  createdAt: Date
}

/** What the store allows; bytes. */
export type UploadBounds = {
  /** Files of one form that are not refused, and their bytes. */
  files: number
  bytes: number
  /** Bytes that have arrived of all forms that are not sent yet. */
  waiting: number
  /** Milliseconds after which a file that was not sent gives way where there is no room for others. */
  unsentTime: number
  /** Files that whoever asks may have under way at once. */
  open: number
  /** Milliseconds after which a file under way of which nothing, or nothing more, comes is idle. */
  silent: number
  halting: number
}

/** `too-many-open`: whoever asks has too many files under way. */
type Creation = 'created' | 'known' | 'too-many' | 'too-many-open' | 'no-room'

/**
 * Files that come with forms, each a row of parts. The parts as they arrive are encrypted under the
 * form's key; those of a `run` are sealed to the bureau. Every method throws `Unavailable` when the
 * store cannot answer in time.
 */
export type UploadStore = {
  /**
   * Makes room for a file. `known`: the same id is there under the same key.
   * @param begunBy a digest of who asks
   */
  create(upload: Upload, begunBy: string, bounds: UploadBounds): Promise<Creation>
  find(keyHash: Uint8Array, id: string): Promise<Upload | null>
  /** In the order in which they were begun. */
  list(keyHash: Uint8Array): Promise<Upload[]>
  /**
   * Stores `content` as the `length` bytes from `offset` on, where exactly `offset` bytes are there.
   * `grows`: the size is not known beforehand and follows what arrives.
   * @returns bytes that are there now; `null` where the file is not open
   * @throws Unavailable also where there is no room for the part
   */
  put(
    upload: { keyHash: Uint8Array; id: string },
    part: { offset: number; length: number; content: Uint8Array },
    rules: { bounds: UploadBounds; at: Date; grows?: boolean },
  ): Promise<number | null>
  /** The encrypted parts from the one that holds byte `from` on. */
  parts(id: string, from?: number): AsyncIterable<{ offset: number; content: Uint8Array }>
  /** Stores a sealed part of a run. False where the file is gone. */
  putSealed(id: string, run: string, place: number, content: Uint8Array): Promise<boolean>
  /** The run's parts become the file. False where it is not open any more: another run was faster. */
  complete(id: string, run: string, bytes: number, description: Uint8Array): Promise<boolean>
  /**
   * Marks a file that belongs to no message as not taken: one that is still being looked at, or also one that
   * is `ready`. A portal that was slower than another reads what the other has erased by then: what it says of
   * the file no longer counts.
   */
  refuse(id: string, description: Uint8Array, state?: 'open' | 'ready'): Promise<void>
  /** Erases parts that the state of the file has no use for. */
  tidy(id: string): Promise<void>
  /** Erases a file that does not belong to a message. */
  remove(keyHash: Uint8Array, id: string): Promise<void>
  /**
   * Erases files begun before `before` that belong to no message, and whose form is not saved, at most
   * `limit`; how many.
   */
  eraseUnsent(before: Date, limit: number): Promise<number>
  /** Erases files under way that are idle at `at`, and whose form is not saved; how many. */
  eraseIdle(at: Date, bounds: UploadBounds, limit: number): Promise<number>
  /** A file that belongs to a message, as it is sealed; `null` where there is none. */
  sealed(id: string): Promise<{ bytes: number; parts: AsyncIterable<Uint8Array> } | null>
}

/** A file that was to go with a message is not there any more. */
export class UploadGone extends Error {
  override name = 'UploadGone'
}
