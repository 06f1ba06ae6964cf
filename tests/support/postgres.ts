import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePorts } from './ports.ts'

export type Postgres = { url: string; stop(): Promise<void> }

/**
 * A PostgreSQL for tests: the one in TEST_POSTGRES_URL, else a throw-away cluster of the installed
 * binaries. `null` where there is neither, so that a suite can say that it was skipped.
 */
export async function startPostgres(): Promise<Postgres | null> {
  const given = process.env.TEST_POSTGRES_URL
  if (given) return { url: given, stop: async () => {} }
  const binaries = findBinaries()
  if (!binaries) return null

  const directory = mkdtempSync(join(tmpdir(), 'portal-postgres-'))
  const account = serverAccount()
  if (account) chownSync(directory, account.uid, account.gid)
  const data = join(directory, 'data')
  const as = account ? { uid: account.uid, gid: account.gid } : {}
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'portal', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    { ...as, cwd: directory, stdio: 'ignore' },
  )
  const [port = 0] = await freePorts(1)
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-p', String(port), '-k', directory, '-h', '127.0.0.1'],
    { ...as, cwd: directory, stdio: 'ignore' },
  )
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const url = `postgres://portal@127.0.0.1:${port}/postgres`
  await waitUntilReady(join(binaries, 'pg_isready'), port)
  return {
    url,
    async stop() {
      server.kill('SIGINT')
      await ended
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function findBinaries(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((left, right) => Number(right) - Number(left))
    : []
  const places = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ]
  return places.find((place) => existsSync(join(place, 'initdb'))) ?? null
}

/** PostgreSQL refuses to run as root; then the account of the installed package is used. */
function serverAccount(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }).trim())
  return { uid: id('-u'), gid: id('-g') }
}

async function waitUntilReady(command: string, port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      execFileSync(command, ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
      return
    } catch {
      await sleep(100)
    }
  }
  throw new Error('PostgreSQL did not become ready within ten seconds')
}
