import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { openBackend } from '../../site/src/petition/mailbox/open.ts'
import { MovedError, refusalOfMove } from '@portal/content/schema/operation/database-move'
import { buildCms, cmsProgram } from '../start/cms.ts'
import { MigrateError } from './migrate-error.ts'

const refusal = refusalOfMove({ unfinished: true, finished: false }) ?? ''

/**
 * Lets the desk make its tables in a database that is marked: it does so before it looks for the mark and refuses to
 * start.
 */
export async function makeDeskTables(root: string, env: NodeJS.ProcessEnv): Promise<void> {
  await buildCms(root, env)
  const child = spawn(process.execPath, [cmsProgram(root)], {
    cwd: join(root, 'cms'),
    env: { ...env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  }
  await new Promise((resolve) => child.once('close', resolve))
  if (printed.includes(refusal)) return
  throw new MigrateError(`新的数据库里没有建成表：\n${printed.trim().slice(-2000)}`)
}

/** Lets the portal make its tables in a database that is marked. */
export async function makeMailboxTables(url: string): Promise<void> {
  const backend = await openBackend(url).catch((error: unknown) => {
    if (error instanceof MovedError) return null
    throw error
  })
  await backend?.db.destroy()
}
