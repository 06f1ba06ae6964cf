import { Readable } from 'node:stream'
import { cleanName } from '@portal/content/attachments/name'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import { ZipFile } from 'yazl'
import type { KeptAttachment } from '../../contracts/cases/desk-state.ts'
import { keptPath } from '../files/kept-files.ts'
import { isDescribed, openSealed } from '../sealed/sealed-file.ts'

/** Where attachments lie sealed, what opens them, and who is told that one was opened. */
export type Opening = {
  folder: string
  identities: string[]
  opened: (number: string) => Promise<void>
}
/** A case's files: those that the petitioner sent, and those that went out with a reply or an opinion. */
export type Files = { number: string; attachments: KeptAttachment[]; sent: Attachment[] }

/** What the list of files that are not in the ZIP is called. */
export const missingName = '没有移交的附件.txt'

const bytesOf = (pieces: AsyncIterable<string>) => Readable.from(pieces, { objectMode: false })

const nameOf = ({ name }: Attachment, index: number) =>
  `${String(index + 1).padStart(2, '0')} ${cleanName(name)}`

async function fill(
  zip: ZipFile,
  output: Readable,
  tables: { name: string; pieces: AsyncIterable<string> }[],
  cases: AsyncIterable<Files>,
  { folder, identities, opened }: Opening,
): Promise<void> {
  for (const { name, pieces } of tables) zip.addReadStream(bytesOf(pieces), name)
  const missing: string[] = []
  for await (const { number, attachments, sent } of cases) {
    const named = [
      ...attachments.map((file, index) => ({ file, name: nameOf(file, index) })),
      ...sent.map((file, index) => ({ file, name: `答复附件/${nameOf(file, index)}` })),
    ]
    for (const { file, name } of named) {
      if (output.destroyed) return
      const isKept = !('state' in file) || file.state === 'kept'
      const path = isKept ? await keptPath([folder], number, file.id) : null
      // One that breaks in the middle would break the whole file.
      if (path === null || !(await isDescribed(path, file, identities))) {
        missing.push(`${number} ${name}`)
        continue
      }
      await opened(number)
      zip.addReadStreamLazy(`附件/${number}/${name}`, { compress: false }, (take) => {
        openSealed(path, identities).then(
          (plain) => take(null, plain),
          (fault: unknown) => take(fault, Readable.from([])),
        )
      })
    }
  }
  if (missing.length > 0) {
    const words = ['这些附件没有完整收到，或者打不开：', ...missing]
    zip.addBuffer(Buffer.from(`${words.join('\r\n')}\r\n`), missingName)
  }
  zip.end()
}

/**
 * Cases with their attachments as a ZIP, written while it is sent: of the files, which are opened on the way, only
 * pieces are in memory, and none is on the disk. A file that is not there is named in a list at the end.
 */
export function zipCases(
  tables: { name: string; pieces: AsyncIterable<string> }[],
  cases: AsyncIterable<Files>,
  opening: Opening,
): Readable {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  const stop = (fault: unknown) =>
    output.destroy(fault instanceof Error ? fault : new Error('移交没有完成'))
  zip.on('error', stop)
  void fill(zip, output, tables, cases, opening).catch(stop)
  return output
}
