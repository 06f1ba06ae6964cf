import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { DeskFile } from '../../contracts/cases/desk-files.ts'

function markOf(secret: string, number: string, file: Attachment): Buffer {
  const { id, name, type, bytes, sha256 } = file
  const said = JSON.stringify(['desk file v1', number, id, name, type, bytes, sha256])
  return createHmac('sha256', secret).update(said).digest()
}

/** A file with the desk's word for what it is and of which case, so that a page can bring it back later. */
export function signFile(secret: string, number: string, file: Attachment): DeskFile {
  return { ...file, token: markOf(secret, number, file).toString('base64url') }
}

/** A file that a page has brought back; null where the desk has not said so of it. */
export function openFile(
  secret: string,
  number: string,
  { token, ...file }: DeskFile,
): Attachment | null {
  const given = Buffer.from(token, 'base64url')
  const mark = markOf(secret, number, file)
  return given.length === mark.length && timingSafeEqual(given, mark) ? file : null
}
