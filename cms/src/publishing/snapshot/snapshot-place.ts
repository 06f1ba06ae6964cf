import { layout, workdaysFile } from '../../environment.ts'

/** Where a snapshot is written, and what it is made of beside the database. */
export type Place = {
  folder: string
  /** Strapi's public folder, where uploads lie. */
  publicDir: string
  /** The table of days off, which the pages need beside the entries. */
  workdaysFile: string
}

/** The snapshot of which releases are made. */
export const snapshotPlace: Place = {
  folder: layout.snapshot,
  publicDir: layout.cmsPublic,
  workdaysFile,
}

let last: Promise<unknown> = Promise.resolve()

/** Does one thing with the snapshot after another: nobody reads it while it is being written. */
export function withSnapshot<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work)
  last = done.catch(() => undefined)
  return done
}
