import { checkCount, runChecks } from './check/checks.ts'
import { runBrowserTests } from './test/browser.ts'
import { runNodeTests } from './test/node.ts'
import { planServed, planUnits } from './test/plan.ts'
import { prepare } from './test/prepare.ts'
import { add, type Tally } from './test/tally.ts'

const [only] = process.argv.slice(2)
const wanted = (part: string) => !only || only === part
const none: Tally = { passed: 0, failed: 0, skipped: 0 }

/** Checks and unit tests, which need nothing that is running. */
async function runAlone(): Promise<Tally> {
  let total = none
  if (wanted('check')) {
    const failed = (await runChecks()).length
    total = add(total, { passed: checkCount - failed, failed, skipped: 0 })
  }
  if (wanted('unit')) total = add(total, await runNodeTests(await planUnits(), 2))
  return total
}

/** The tests of what is running. Faults come first: much of theirs is waiting for a deadline. */
async function runServed(): Promise<Tally> {
  const folders = ['faults', 'integration'].filter(wanted).map((part) => `tests/${part}`)
  const served = await runNodeTests(await planServed(folders), 5)
  return wanted('e2e') ? add(served, await runBrowserTests()) : served
}

// Building takes one processor for a minute: the checks run beside it.
const isServed = ['integration', 'faults', 'e2e'].some(wanted)
const [alone, remove] = await Promise.all([runAlone(), isServed ? prepare() : null])
const total = add(alone, remove ? await runServed().finally(remove) : none)

const { passed, failed, skipped } = total
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
