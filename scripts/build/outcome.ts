import { extname } from 'node:path'
import { inspect } from 'node:util'
import { ContentError } from '@portal/content/entry/library'
import type { ReleaseFault, ReleaseOutcome } from '@portal/content/schema/release/release-outcome'
import { PageError } from './pages/page-maker.ts'
import { PrivacyError } from './checks/leaks.ts'

/** What of the content kept a release from being made; nothing where the machine is at fault. */
function faultsOf(error: unknown): ReleaseFault[] {
  if (error instanceof PrivacyError) return error.faults
  if (error instanceof PageError) return [error.fault]
  if (!(error instanceof ContentError)) return []
  return error.faults.map(({ file, field, problem }) => ({
    entry: file.slice(0, file.length - extname(file).length),
    field,
    problem,
  }))
}

/** What kept a release from being made, in words for staff; a fault of the machine as it is. */
function describe(error: unknown): unknown {
  if (error instanceof PrivacyError) return error.message
  if (error instanceof PageError) return `${error.message}\n${inspect(error.cause)}`
  if (!(error instanceof ContentError)) return error
  const lines = error.faults.map(({ file, field, problem }) => `  ${file}：${field}：${problem}`)
  return ['内容有误，请改好下面各处再生成：', ...lines].join('\n')
}

/**
 * Runs a command that makes a release, and ends with what became of it: `say` for people, or with `--json`
 * one line of JSON for a program. What went wrong stands on the error output either way.
 * @param work makes it and gives its name
 */
export async function report(
  work: () => Promise<string>,
  { json, say }: { json: boolean; say: (release: string) => string },
): Promise<void> {
  let outcome: ReleaseOutcome
  try {
    outcome = { ok: true, release: await work() }
  } catch (error) {
    console.error(describe(error))
    process.exitCode = 1
    outcome = { ok: false, faults: faultsOf(error) }
  }
  if (json) console.log(JSON.stringify(outcome))
  else if (outcome.ok) console.log(say(outcome.release))
}
