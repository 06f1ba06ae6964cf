import { checkCount, runChecks } from './check/checks.ts'
import { runBrowserTests } from './test/browser.ts'
import { withInstallation } from './test/installation.ts'
import { runNodeTests } from './test/node.ts'
import { withRelease } from './test/release.ts'
import { add, type Tally } from './test/tally.ts'

const [only] = process.argv.slice(2)
const wanted = (part: string) => !only || only === part

let total: Tally = { passed: 0, failed: 0, skipped: 0 }
if (wanted('check')) {
  const failed = (await runChecks()).length
  total = add(total, { passed: checkCount - failed, failed, skipped: 0 })
}
if (wanted('unit')) total = add(total, await runNodeTests('tests/unit'))
const served = ['integration', 'faults'].filter(wanted)
if (served.length > 0) {
  await withRelease(() =>
    withInstallation(async () => {
      for (const part of served) total = add(total, await runNodeTests(`tests/${part}`))
    }),
  )
}
if (wanted('e2e')) total = add(total, await runBrowserTests())

const { passed, failed, skipped } = total
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
