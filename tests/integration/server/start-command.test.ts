import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { cp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { freePorts } from '../../support/machine/ports.ts'
import { install, prefill, root, type Installation } from '../../support/machine/installation.ts'
import { until } from '../../support/machine/until.ts'

const run = promisify(execFile)
const start = [join(root, 'scripts', 'run.mjs'), 'start']

/** What the start command says before it gives up. */
async function complaint(settings: Record<string, string>): Promise<string> {
  const [portal, cms] = await freePorts(2)
  const ports = { PORTAL_PORT: String(portal), CMS_PORT: String(cms) }
  const env = { ...process.env, ...ports, ...settings }
  try {
    await run(process.execPath, start, { env, timeout: 60_000 })
    return ''
  } catch (error) {
    return (error as { stderr: string }).stderr
  }
}

describe('the start command', () => {
  let installation: Installation
  before(async () => {
    installation = await install({}, { fresh: true })
  })
  after(() => installation.stop())

  it('says that there is no recovery key yet, and how to make one', () => {
    assert.match(installation.printed, /还没有离线恢复密钥.*npm run keys -- recovery/)
  })

  it('names the setting where a port is taken', async () => {
    const { port } = new URL(installation.portal)
    assert.match(await complaint({ PORTAL_PORT: port }), new RegExp(`${port}.*PORTAL_PORT`))
  })

  it('names the setting where one is bad, and where the data folder cannot be made', async () => {
    assert.match(await complaint({ SITE_URL: 'portal.example' }), /SITE_URL/)
    assert.match(await complaint({ DATA_DIR: '/proc/data' }), /DATA_DIR/)
  })

  it('does not go on without the key that opens what was collected', async () => {
    const settings = { DATA_DIR: `${installation.dataDir}-without-key` }
    await cp(join(installation.dataDir, 'keys'), join(settings.DATA_DIR, 'keys'), {
      recursive: true,
    })
    await rm(join(settings.DATA_DIR, 'keys', 'identity.txt'))
    assert.match(await complaint(settings), /缺少解密密钥/)
    await rm(settings.DATA_DIR, { recursive: true })
  })

  it('keeps secrets to their owner, and makes them once', async () => {
    const { dataDir } = installation
    const { stdout } = await run('find', [dataDir, '-name', '*.txt', '-perm', '0600'])
    assert.match(stdout, /identity\.txt/)
    const logins = await run('stat', ['-c', '%a', join(dataDir, 'first-login.json')])
    assert.equal(logins.stdout.trim(), '600')
    assert.match(await readFile(join(dataDir, 'keys', 'recipients.txt'), 'utf8'), /^age1/)
  })

  it('leaves no server behind when it is killed', async () => {
    const [portal, cms] = await freePorts(2)
    const dataDir = `${installation.dataDir}-killed`
    const child = spawn(process.execPath, [join(root, 'scripts', 'start.ts')], {
      env: {
        ...process.env,
        ...prefill(dataDir),
        DATA_DIR: dataDir,
        PORTAL_PORT: String(portal),
        CMS_PORT: String(cms),
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('Ctrl-C')) resolve()
      })
    })
    child.kill('SIGKILL')
    const silent = async (url: string) =>
      fetch(url).then(
        () => undefined,
        () => true as const,
      )
    await until('the portal to end', 20, () => silent(`http://127.0.0.1:${portal}/healthz`))
    await until('the desk to end', 20, () => silent(`http://127.0.0.1:${cms}/_health`))
    await rm(dataDir, { recursive: true })
  })
})
