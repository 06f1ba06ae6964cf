import type { Fault } from './publications/releases.ts'

/** What the administrator has to look at. Addresses are those of citizens and of staff. */
export type Watch = {
  portal: string
  desk: string
  /** Messages of citizens that could not be opened and were laid aside. */
  quarantined: number
  /** Open cases of which files did not come whole, or not at all. */
  lostFiles: number
  /** Steps of which the petitioner could not be told. */
  untold: number
  /** Reminders that staff could not be sent, and whether mail is set up at all. */
  unmailed: number
  sendsMails: boolean
  /** Cases of which something does not open. */
  faulty: number
  /** Cases whose record is not whole, and what is wrong with the heads kept each day. */
  records: { broken: number; heads: string | null }
  /** What keeps the last publication from going live; none where nothing does. */
  faults: Fault[]
  goneBack: boolean
  /** Whether petitions are sealed to an offline recovery key too; backups are sealed to it alone. */
  hasRecovery: boolean
  /** Years without a table of working days: this one, and the next from December on. */
  years: string[]
  /** The file with the passwords of the first start, while it is there. */
  firstLogin: string | null
}

/** What `GET /desk/home/watch/details` tells: what did not go on by itself, one by one, the newest first. */
export type WatchDetails = {
  /** Messages of citizens that could not be opened. */
  quarantined: { number: string; reason: string; at: string }[]
  /** Cases of which files did not come whole, or not at all, with how many. */
  lostFiles: { number: string; files: number }[]
  /** Steps of which the petitioner could not be told. */
  untold: { number: string; way: string; reason: string; at: string }[]
  /** Reminders and letters of which staff could not be told. */
  unmailed: { number: string; address: string; words: string; reason: string; at: string }[]
  /** Cases whose record is not whole. */
  broken: { number: string; fault: string }[]
}
