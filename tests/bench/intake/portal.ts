import { readEnvironment } from '../../../content/schema/operation/environment.ts'
import { limitTable } from '../../../site/src/server/limits/limit-table.ts'
import { createLimits } from '../../../site/src/server/limits/limits.ts'
import { createLog } from '../../../site/src/server/operations/log.ts'
import { startPortal } from '../../../site/src/server/portal.ts'

// The portal as it is started for citizens, but for the number of petitions that it takes in a second:
// all of the load comes from one address. Every petition is counted, and its proof checked and used
// up, as ever.
const wide = { steady: [1_000_000, 1], burst: [1, 1] } as const
const limits = createLimits({ ...limitTable, filing: { perAddress: wide, global: wide } })
const portal = await startPortal(readEnvironment(process.env), createLog(), limits)
process.on('SIGTERM', async () => {
  await portal.stop()
  process.exit(0)
})
