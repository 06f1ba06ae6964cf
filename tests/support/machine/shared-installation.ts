import { after } from 'node:test'
import { shareSessions } from '../desk/staff.ts'
import { install, type Installation } from './installation.ts'

let installation: Promise<Installation> | undefined

async function start(): Promise<Installation> {
  const started = await install()
  shareSessions(started.logins)
  return started
}

/**
 * The portal and desk that test files share which one process runs; what holds of a shared desk
 * (`desk/shared-desk.ts`) holds of it. It ends after the last test.
 */
export function sharedInstallation(): Promise<Installation> {
  installation ??= start()
  return installation
}

after(async () => (await installation)?.stop())
