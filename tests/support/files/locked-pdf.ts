import { deflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { EncryptionAlgorithm } from '@cantoo/pdf-lib'

/** Every way in which PDFs are encrypted. */
export const ciphers: EncryptionAlgorithm[] = ['RC4-40', 'RC4-128', 'AES-128', 'AES-256']

/**
 * A PDF that nobody may change without the owner's password, and whoever has the user's may open.
 * @param packed whether its objects are packed
 * @param file what is attached to it
 */
export async function lockedPdf(
  cipher: EncryptionAlgorithm,
  {
    user = '',
    packed = true,
    script = '',
    file = null as null | { name: string; content: string },
  } = {},
): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage().drawText('Certificate')
  if (script) document.addJavaScript('a', script)
  if (file) await document.attach(Buffer.from(file.content), file.name)
  await lock(document, cipher, user)
  return Buffer.from(await document.save({ useObjectStreams: packed }))
}

/** The same, with objects in it that unpack to so many bytes. */
export async function lockedBomb(bytes: number): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage()
  const objects = Buffer.concat([Buffer.from('9 0 <</A 1>>'), Buffer.alloc(bytes, ' ')])
  // The library leaves out packed objects that it has not packed itself; a name is not encrypted.
  const named = { Type: 'ObjStX', N: 1, First: 4, Filter: 'FlateDecode' }
  document.context.register(document.context.stream(deflateSync(objects), named))
  await lock(document, 'RC4-128', '')
  const saved = Buffer.from(await document.save({ useObjectStreams: false }))
  return Buffer.from(saved.toString('latin1').replace('/ObjStX', '/ObjStm'), 'latin1')
}

async function lock(document: PDFDocument, algorithm: EncryptionAlgorithm, userPassword: string) {
  await document.encrypt({
    userPassword,
    ownerPassword: 'owner',
    algorithm,
    allowWeakCryptography: true,
    permissions: {},
  })
}
