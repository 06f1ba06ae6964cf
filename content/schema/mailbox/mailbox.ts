import { z } from 'zod'
import { access } from './access.ts'
import { mostFilesOfStatus } from './reply-file.ts'
import { notifyWay } from '../petition/petition.ts'
import { receiptNumber } from '../petition/receipt.ts'
import { instant } from '../time.ts'

/** The mailbox's internal interface: `GET /mailbox/messages?after=N&limit=N` answers with this. */
export const messagePage = z.object({
  messages: z.array(
    z.object({
      sequence: z.int().min(1),
      id: z.uuid(),
      number: receiptNumber,
      receivedAt: instant,
      /** A binary age file, base64. */
      sealed: z.base64(),
    }),
  ),
})
export type MessagePage = z.infer<typeof messagePage>

/** `POST /mailbox/acknowledgement`: everything up to this sequence is safely in the CMS. */
export const acknowledgement = z.object({ through: z.int().min(0) })

/** `GET /mailbox/missed-queries`: what was sought on the portal five times or more and not found. */
export const missedQueries = z.object({
  queries: z.array(
    z.object({
      query: z.string().min(1),
      count: z.int().min(1),
      /** In Shanghai. */
      lastDay: z.iso.date(),
    }),
  ),
})
export type MissedQueries = z.infer<typeof missedQueries>

/**
 * `PUT /mailbox/statuses/<number>`. Access comes with every status, so that what is sealed and what
 * opens it are always replaced together.
 */
export const statusUpdate = z.object({
  revision: z.int().min(1),
  /** A binary age file, base64, sealed to the identity inside `access`. */
  sealed: z.base64(),
  access,
  /**
   * The files that it names. It is taken (409) only where all of them are there, so that nobody reads a reply whose
   * files have not come; those that it does not name are erased.
   */
  files: z.array(z.uuid()).max(mostFilesOfStatus).optional(),
})
export type StatusUpdate = z.infer<typeof statusUpdate>

/** `PUT /mailbox/channels`: the ways by which the office can tell petitioners of progress. */
export const channelList = z.object({ ways: z.array(notifyWay) })
export type ChannelList = z.infer<typeof channelList>
