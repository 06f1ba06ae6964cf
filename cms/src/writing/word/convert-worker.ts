import { readFile } from 'node:fs/promises'
import { convertWord, type Converted } from './convert.ts'

const damaged: Converted = {
  ok: false,
  error: '这个文件读不出来，可能已经损坏：请在 Word 里打开，另存为 .docx 再导入。',
}

/** `node convert-worker.ts FILE FOLDER`: prints the converted document as one line of JSON. */
async function main([file = '', folder = '']: string[]): Promise<void> {
  const bytes = await readFile(file)
  const converted = await convertWord(bytes, folder).catch(() => damaged)
  process.stdout.write(`${JSON.stringify(converted)}\n`)
}

void main(process.argv.slice(2))
