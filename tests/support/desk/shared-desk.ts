import { after } from 'node:test'
import { startCms, type RunningCms } from './cms.ts'
import { shareSessions } from './staff.ts'

let desk: Promise<RunningCms> | undefined

async function start(): Promise<RunningCms> {
  const started = await startCms()
  shareSessions(started.logins)
  return started
}

/**
 * The desk that test files share which one process runs: the whole run gives all that import this to one. A test
 * that has it makes its own entries and looks at these only; it restarts nothing, and changes no account,
 * table or setting that others meet. It ends after the last test.
 */
export function sharedDesk(): Promise<RunningCms> {
  desk ??= start()
  return desk
}

after(async () => (await desk)?.stop())
