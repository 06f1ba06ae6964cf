import { z } from 'zod'
import { largestReplyFile } from '../petition/reply-files.ts'
import { longestSealed } from './sealed-length.ts'

/**
 * `PUT /mailbox/reply-files/<number>/<id>` brings one file of a reply, sealed to the identity to which the case's
 * statuses are sealed; nobody is shown it before a status that names it. `GET /mailbox/reply-files/<number>` tells
 * which are there whole.
 */
export const heldReplyFiles = z.object({ files: z.array(z.uuid()) })

/** Files that one status may name: those of a reply and of both opinions of appeals. */
export const mostFilesOfStatus = 30

/** Bytes that a sealed file may have. */
export const largestSealedReplyFile = longestSealed(largestReplyFile)
