import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { faultsOfLock, type Lock } from './lock-faults.ts'

const read = async (name: string) =>
  JSON.parse(await readFile(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8'))

const { allowScripts } = (await read('package.json')) as { allowScripts: Record<string, boolean> }
const faults = faultsOfLock((await read('package-lock.json')) as Lock, allowScripts)
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exit(1)
