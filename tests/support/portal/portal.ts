import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { dataLayout } from '../../../content/schema/operation/data-layout.ts'
import { root } from '../machine/installation.ts'
import { freePorts } from '../machine/ports.ts'

const main = join(root, 'site', 'src', 'server', 'main.ts')

export type DataDir = {
  path: string
  /** The bureau's age identity, which only a test and the CMS have. */
  identity: string
  token: string
  remove(): void
}

/** A data folder with fresh keys and no release. */
export async function createDataDir(): Promise<DataDir> {
  const path = mkdtempSync(join(tmpdir(), 'portal-data-'))
  const { recipients, pepper, mailboxToken } = dataLayout(path)
  const identity = await generateX25519Identity()
  const token = randomBytes(24).toString('base64url')
  mkdirSync(dirname(recipients), { recursive: true })
  writeFileSync(recipients, `# 信访局\n${await identityToRecipient(identity)}\n`)
  writeFileSync(pepper, `${randomBytes(32).toString('base64url')}\n`)
  writeFileSync(mailboxToken, `${token}\n`)
  return { path, identity, token, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Points the link to the current release at a folder, as a publication does: in one step. */
export function pointTo(dataDir: string, release: string): void {
  const { currentRelease, releases } = dataLayout(dataDir)
  mkdirSync(releases, { recursive: true })
  const next = `${currentRelease}.next`
  rmSync(next, { force: true })
  symlinkSync(release, next)
  renameSync(next, currentRelease)
}

export type RunningPortal = {
  url: string
  port: number
  process: ChildProcess
  /** Everything that was printed so far. */
  output(): string
  /** Resolves with the exit code. */
  exited: Promise<number | null>
  stop(): Promise<void>
}

/** Nothing of the test's own settings but where programs are, and what was compiled before. */
function inherited(): NodeJS.ProcessEnv {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  return { PATH, ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }) }
}

/**
 * Starts the portal as operators do and waits until it listens or ends.
 * @param machine what stands before a command so that it runs on another machine
 */
export async function startPortal(
  dataDir: string,
  settings: Record<string, string> = {},
  machine: readonly string[] = [],
): Promise<RunningPortal> {
  const [free] = await freePorts(1)
  const port = Number(settings.PORTAL_PORT ?? free)
  const [program = '', ...args] = [...machine, process.execPath, main]
  const child = spawn(program, args, {
    cwd: root,
    env: { ...inherited(), DATA_DIR: dataDir, PORTAL_PORT: String(port), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const listening = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text
        if (printed.includes('the portal is listening')) resolve()
      })
    }
  })
  await Promise.race([listening, exited])
  return {
    url: `http://127.0.0.1:${port}${settings.BASE_PATH ?? ''}`,
    port,
    process: child,
    output: () => printed,
    exited,
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
  }
}
