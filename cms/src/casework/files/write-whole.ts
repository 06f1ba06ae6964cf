import { open } from 'node:fs/promises'

/** Writes pieces to a new file that is on the disk when this resolves. False: more than `most` bytes. */
export async function writeWhole(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  most = Infinity,
): Promise<boolean> {
  const file = await open(path, 'w', 0o600)
  try {
    let length = 0
    for await (const piece of pieces) {
      length += piece.length
      if (length > most) return false
      await file.writeFile(piece)
    }
    await file.sync()
    return true
  } finally {
    await file.close()
  }
}

/** Puts on the disk which files a folder has. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
