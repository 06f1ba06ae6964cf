/** A feed, map or table: a file whose text depends on nothing but the content and the site's address. */
export type StaticFile = {
  /** Where it stands in the folder that the server sends files from. */
  file: string
  /** All that its text is made of, for telling whether it changed. */
  from: unknown
  text: () => string | Promise<string>
}

/** A large file that says again what others say, put together from them. */
export type JoinedFile = {
  file: string
  parts: string[]
  join: (texts: readonly string[]) => string
}
