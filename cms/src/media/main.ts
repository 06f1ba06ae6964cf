import { cleanFile, kindOfName } from './clean.ts'

/** `node main.ts FILE FOLDER EXT FFMPEG`: cleans an upload into the folder, prints the outcome as a line of JSON. */
async function main([file = '', folder = '', ext = '', ffmpeg = '']: string[]): Promise<void> {
  const result = await cleanFile(file, folder, {
    instead: kindOfName(ext),
    ffmpeg: ffmpeg || undefined,
  })
  process.stdout.write(`${JSON.stringify(result)}\n`)
}

void main(process.argv.slice(2))
