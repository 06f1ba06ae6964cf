import { cleanFile, kindOfName } from './clean.ts'

/** `node clean-worker.ts FILE FOLDER EXT`: cleans an upload into the folder, prints the outcome as a line of JSON. */
async function main([file = '', folder = '', ext = '']: string[]): Promise<void> {
  const result = await cleanFile(file, folder, { instead: kindOfName(ext) })
  process.stdout.write(`${JSON.stringify(result)}\n`)
}

void main(process.argv.slice(2))
