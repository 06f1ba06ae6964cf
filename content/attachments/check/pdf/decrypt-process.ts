import { deflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  EncryptedPDFError,
  PDFContext,
  PDFDocument,
  PDFRawStream,
} from '@cantoo/pdf-lib'
import { mostUnpacked, pdfFaults } from '../limits.ts'

class Bomb extends Error {
  override name = 'Bomb'
}

type Unpacking = { ensureBuffer(length: number): Uint8Array }

/**
 * The library unpacks objects without a bound, and catches whatever is thrown meanwhile. All its streams
 * grow by one method, which is given a bound here; `burst` says whether it was reached.
 */
function boundUnpacking(): { burst: boolean } {
  const state = { burst: false }
  const dict = PDFContext.create().obj({ Filter: 'FlateDecode' })
  const stream: unknown = decodePDFRawStream(PDFRawStream.of(dict, deflateSync('')))
  let owner = stream as Unpacking
  while (!Object.hasOwn(owner, 'ensureBuffer')) owner = Object.getPrototypeOf(owner) as Unpacking
  const { ensureBuffer } = owner
  owner.ensureBuffer = function bounded(length) {
    if (length > mostUnpacked.stream) {
      state.burst = true
      throw new Bomb('a stream unpacks to too much')
    }
    return ensureBuffer.call(this, length)
  }
  return state
}

/**
 * Reads a PDF that is encrypted under an empty password from standard input and writes it decrypted to
 * standard output. It runs as a process of its own, so that a hostile file can end nothing but this.
 */
async function main(): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  const state = boundUnpacking()
  try {
    const options = { password: '', updateMetadata: false, throwOnInvalidObject: false }
    const document = await PDFDocument.load(Buffer.concat(chunks), options)
    if (state.burst) throw new Bomb('a stream unpacks to too much')
    // Still there where the key is said to be somewhere and is not.
    if (document.context.trailerInfo.Encrypt) throw new EncryptedPDFError()
    process.stdout.write(await document.save({ useObjectStreams: false }))
  } catch (error) {
    if (state.burst) process.exitCode = pdfFaults.bomb
    else if (isAboutPassword(error)) process.exitCode = pdfFaults.password
    else process.exitCode = pdfFaults.damaged
  }
}

function isAboutPassword(error: unknown): boolean {
  return error instanceof EncryptedPDFError || /password/i.test(String(error))
}

void main()
