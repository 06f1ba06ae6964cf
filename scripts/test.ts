import { checkCount, runChecks } from './check/checks.ts'
import { runBrowserTests } from './test/browser.ts'
import { requireChromium } from './test/chromium.ts'
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

/**
 * The tests of what is running, those in the browser beside the others: much of each is waiting. Faults come first,
 * for most of theirs is, for a deadline.
 */
async function runServed(): Promise<Tally> {
  const folders = ['faults', 'integration'].filter(wanted).map((part) => `tests/${part}`)
  const chromium = wanted('e2e') ? await requireChromium() : null
  const [served, seen] = await Promise.all([
    runNodeTests(await planServed(folders), chromium ? 4 : 5),
    chromium ? runBrowserTests(chromium) : none,
  ])
  return add(served, seen)
}

async function runPrepared(): Promise<Tally> {
  const remove = await prepare()
  return runServed().finally(remove)
}

// Preparing takes one processor for a minute: the checks run beside it.
const isServed = ['integration', 'faults', 'e2e'].some(wanted)
const [alone, served] = await Promise.all([runAlone(), isServed ? runPrepared() : none])
const total = add(alone, served)

const { passed, failed, skipped } = total
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
