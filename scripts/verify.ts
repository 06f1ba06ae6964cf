import { readEnvironment } from '@portal/content/schema/operation/environment'
import { verifyStoredCases } from './verify/cases.ts'

const usage = `用法：
  npm run verify -- cases          核对每个办件的记录：有没有缺失、改动，办件与记录是不是相符`

/** @returns the exit code: 1 where something is not in order, 2 where the command was not understood */
async function run([command, ...more]: string[]): Promise<number> {
  if (command !== 'cases' || more.length > 0) {
    console.error(usage)
    return 2
  }
  const { ok, lines } = await verifyStoredCases(readEnvironment(process.env))
  for (const line of lines) console.log(line)
  return ok ? 0 : 1
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  const expected = ['EnvironmentError', 'VerifyError'].includes((error as Error).name)
  console.error(expected ? `✗ ${(error as Error).message}` : error)
  process.exitCode = 1
}
