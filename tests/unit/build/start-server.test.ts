import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'

const folder = mkdtempSync(join(tmpdir(), 'server-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('whoever started a server that ended at once is told, and is kept from ending by nothing', async () => {
  const module = new URL('../../../scripts/start/server.ts', import.meta.url)
  const program = `
    const { startServer } = await import('${module.href}')
    const log = '${join(folder, 'server.log')}'
    await startServer('x', ['-e', 'process.exit(1)'], '.', process.env, 'http://127.0.0.1:1/', log)
      .catch(() => console.log('told'))`
  const args = ['--input-type=module', '-e', program]
  // Without an end of its own it is killed, which is a failure.
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 30_000 })
  assert.equal(stdout.trim(), 'told')
})
