import type { Fault } from './releases.ts'

/** What the administrator has to look at. Addresses are those of citizens and of staff. */
export type Watch = {
  portal: string
  desk: string
  /** Messages of citizens that could not be opened and were laid aside. */
  quarantined: number
  /** Steps of which the petitioner could not be told. */
  untold: number
  /** Cases whose record is not whole, the first few of them, and what is wrong with the heads kept each day. */
  records: { broken: number; first: { documentId: string; fault: string }[]; heads: string | null }
  /** What keeps the last publication from going live; none where nothing does. */
  faults: Fault[]
  goneBack: boolean
  /** Years without a table of working days: this one, and the next from November on. */
  years: string[]
  /** The file with the passwords of the first start, while it is there. */
  firstLogin: string | null
}
