import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { promisify } from 'node:util'
import { root } from '../../support/machine/installation.ts'
import { hasProgram } from '../../support/machine/nginx.ts'

const run = promisify(execFile)
const folder = join(root, 'scripts', 'deploy', 'systemd')
const services = readdirSync(folder).filter((name) => name.endsWith('.service'))

describe('the units of systemd', { skip: !hasProgram('systemd-analyze', '--version') }, () => {
  it('are sound, and keep each program from what it does not need', async () => {
    const work = mkdtempSync(join(tmpdir(), 'portal-units-'))
    try {
      for (const name of readdirSync(folder)) {
        const text = readFileSync(join(folder, name), 'utf8').replaceAll(
          '/opt/petition-portal',
          root,
        )
        writeFileSync(join(work, name), text)
      }
      const files = readdirSync(work).map((name) => join(work, name))
      const { stderr } = await run('systemd-analyze', ['verify', '--man=no', ...files])
      const ours = stderr.split('\n').filter((line) => /petition-/.test(line))
      assert.deepEqual(ours, [])
      for (const service of services) {
        // The table's scale: 0 is nothing exposed, 10 everything.
        const exposure = ['security', '--offline=yes', '--threshold=30', join(work, service)]
        await run('systemd-analyze', exposure)
      }
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  })
})
