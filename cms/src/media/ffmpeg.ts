import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'

const timeoutMs = 25_000

/** The absolute path of a program in one of these folders; undefined where it is not installed. */
export async function findTool(
  name: string,
  folders: readonly string[],
): Promise<string | undefined> {
  for (const folder of folders) {
    const file = join(folder, name)
    const runs = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (runs) return file
  }
  return undefined
}

/** Opens local files only, and only as MP4: the input names what else ffmpeg would open. */
const input = ['-nostdin', '-v', 'error', '-protocol_whitelist', 'file', '-f', 'mov']

function run(tool: string, args: string[]): Promise<boolean> {
  const options = { timeout: timeoutMs, killSignal: 'SIGKILL' } as const
  return new Promise((resolve) => {
    execFile(tool, args, options, (error) => resolve(error === null))
  })
}

/**
 * Takes one picture out of a film, as JPEG.
 * @param at seconds from the beginning
 */
export function takeFrame(ffmpeg: string, from: string, to: string, at: number): Promise<boolean> {
  const frame = ['-frames:v', '1', '-map_metadata', '-1', '-q:v', '3', '-f', 'mjpeg', '-y', to]
  return run(ffmpeg, [...input, '-ss', String(at), '-i', from, ...frame])
}
