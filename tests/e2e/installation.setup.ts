import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install } from '../support/machine/installation.ts'

/** Brings up one installation for all the end-to-end tests, by the same command that an office uses. */
export default async function setup(): Promise<() => Promise<void>> {
  // As behind a web server: a test may come from several addresses.
  const installation = await install({ TRUSTED_PROXIES: '1' })
  const { portal, cms, logins } = installation
  const sessions = await mkdtemp(join(tmpdir(), 'sessions-'))
  Object.assign(process.env, {
    PORTAL: portal,
    CMS: cms,
    LOGINS: JSON.stringify(logins),
    SESSIONS: sessions,
  })
  return async () => {
    await installation.stop()
    await rm(sessions, { recursive: true })
  }
}
