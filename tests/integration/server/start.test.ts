import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { it } from 'node:test'
import type { TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataLayout } from '../../../content/schema/operation/data-layout.ts'
import { root } from '../../support/machine/installation.ts'
import { createDataDir, pointTo, startPortal } from '../../support/portal/portal.ts'
import type { DataDir } from '../../support/portal/portal.ts'
import { freePorts } from '../../support/machine/ports.ts'
import { echo, writeRelease } from '../../support/release/minimal-release.ts'

async function prepare(context: TestContext, renderer?: string): Promise<DataDir> {
  const data = await createDataDir()
  context.after(() => data.remove())
  pointTo(data.path, writeRelease(data.path, 'present', renderer ? { renderer } : {}))
  return data
}

const refusals: [string, (data: DataDir) => void, RegExp][] = [
  [
    'the public key is missing',
    ({ path }) => rmSync(dataLayout(path).recipients),
    /公钥.*npm start/,
  ],
  [
    'the public key is none',
    ({ path }) => writeFileSync(dataLayout(path).recipients, '# 空\n'),
    /age 公钥/,
  ],
  [
    'the pepper is missing',
    ({ path }) => rmSync(dataLayout(path).pepper),
    /校验密钥.*npm start.*复制.*同一份/,
  ],
  [
    'the pepper is cut off',
    ({ path }) => writeFileSync(dataLayout(path).pepper, 'abc\n'),
    /校验密钥.*备份/,
  ],
  ['the token is missing', ({ path }) => rmSync(dataLayout(path).mailboxToken), /口令.*npm start/],
  [
    'there is no release',
    ({ path }) => rmSync(dataLayout(path).releases, { recursive: true }),
    /npm start/,
  ],
  [
    'the mailbox is no database',
    ({ path }) => writeFileSync(join(path, 'portal'), 'a file'),
    /MAILBOX_URL/,
  ],
]
for (const [situation, spoil, says] of refusals) {
  it(`tells the operator what to do when ${situation}`, async (context) => {
    const data = await prepare(context)
    spoil(data)
    const portal = await startPortal(data.path)
    assert.equal(await portal.exited, 1)
    assert.match(portal.output(), says)
    assert.doesNotMatch(portal.output(), /^ {4}at /m)
  })
}

it('tells the operator about a bad setting and a taken port', async (context) => {
  const data = await prepare(context)
  const bad = await startPortal(data.path, { BASE_PATH: 'xfj' })
  assert.equal(await bad.exited, 1)
  assert.match(bad.output(), /BASE_PATH.*\/xfj/s)

  const other = createServer().listen(0)
  context.after(() => other.close())
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const taken = await startPortal(data.path, { PORTAL_PORT: String(port) })
  assert.equal(await taken.exited, 1)
  assert.match(taken.output(), new RegExp(`端口 ${port} 已被别的程序占用`))
})

it('listens on the address that it is told, and on no other', async (context) => {
  const data = await prepare(context)
  const reaches = async (host: string, port: number) =>
    (await fetch(`http://${host}:${port}/healthz`).catch(() => null))?.status === 200
  for (const [settings, other] of [
    [{}, false],
    [{ PORTAL_HOST: '127.0.0.1' }, false],
    [{ PORTAL_HOST: '0.0.0.0' }, true],
  ] as const) {
    const portal = await startPortal(data.path, settings)
    assert.ok(await reaches('127.0.0.1', portal.port))
    assert.equal(await reaches('127.0.0.2', portal.port), other, JSON.stringify(settings))
    await portal.stop()
  }
  const elsewhere = await startPortal(data.path, { PORTAL_HOST: '192.0.2.7' })
  assert.equal(await elsewhere.exited, 1)
  assert.match(elsewhere.output(), /192\.0\.2\.7.*PORTAL_HOST/)
  assert.doesNotMatch(elsewhere.output(), /^ {4}at /m)
})

it('finishes what it is answering before it stops', async (context) => {
  const slow = echo.replace(
    'return Response',
    'if (page.typed?.facts) await new Promise((resolve) => setTimeout(resolve, 1500)); return Response',
  )
  const data = await prepare(context, slow)
  const portal = await startPortal(data.path)
  const pending = fetch(`${portal.url}/petition/`, {
    method: 'POST',
    body: new URLSearchParams({ facts: '经过' }),
  })
  await sleep(300)
  portal.process.kill('SIGTERM')
  portal.process.kill('SIGINT')
  assert.equal((await (await pending).json()).typed.facts, '经过')
  assert.equal(await portal.exited, 0)
})

it('stops when the command that started it is gone', async (context) => {
  const data = await prepare(context)
  const [port] = await freePorts(1)
  const child = spawn(process.execPath, [join(root, 'site', 'src', 'server', 'main.ts')], {
    env: { DATA_DIR: data.path, PORTAL_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  child.disconnect()
  assert.equal(await exited, 0)
})
