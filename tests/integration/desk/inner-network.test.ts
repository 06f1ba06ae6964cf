import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { insideDesk } from '../../support/desk/inside-desk.ts'
import { signIn } from '../../support/desk/staff.ts'

/** Notes in a file every host that the process connects to or looks up. */
const spy = (file: string) => `
  const { appendFileSync } = require('node:fs')
  const net = require('node:net')
  const dns = require('node:dns')
  const note = (host) => appendFileSync(${JSON.stringify(file)}, String(host) + '\\n')
  const { connect } = net.Socket.prototype
  net.Socket.prototype.connect = function (...args) {
    const [first, second] = Array.isArray(args[0]) ? args[0] : args
    if (typeof first === 'object' && first) note(first.path ? 'local' : (first.host ?? 'localhost'))
    else if (typeof first === 'number') note(typeof second === 'string' ? second : 'localhost')
    return connect.apply(this, args)
  }
  const { lookup } = dns
  dns.lookup = (host, ...rest) => { note(host); return lookup(host, ...rest) }
`

let desk: RunningCms
let routes: string[]
const folder = mkdtempSync(join(tmpdir(), 'inner-network-'))
const [program, hosts] = [join(folder, 'spy.cjs'), join(folder, 'hosts')]
before(async () => {
  await writeFile(program, spy(hosts))
  await writeFile(hosts, '')
  desk = await startCms({ NODE_OPTIONS: `--require ${program}` })
  await desk.restart(async () => {
    routes = await insideDesk<string[]>(
      desk.dataDir,
      `strapi.server.mount()
       return strapi.server.listRoutes().filter(({ methods }) => methods.includes('GET')).map(({ path }) => path)`,
    )
  })
})
after(async () => {
  await desk?.stop()
  rmSync(folder, { recursive: true })
})

it('answers whatever the admin pages ask of Strapi’s services, and asks nobody outside', async () => {
  const administrator = await signIn(desk, 'administrator')
  const asked = routes.filter(
    (path) =>
      /^\/(?:admin|upload|i18n|email|content-releases|review-workflows)\//.test(path) &&
      !/[:(*]/.test(path),
  )
  assert.ok(asked.includes('/admin/license-trial-time-left'))
  const failed: string[] = []
  for (const path of asked) {
    const { status } = await administrator.fetch(path)
    if (status >= 500) failed.push(`${path} ${status}`)
  }
  assert.deepEqual(failed, [])
  const called = new Set((await readFile(hosts, 'utf8')).split('\n').filter((host) => host !== ''))
  assert.ok(called.size > 0)
  const inner = ['local', 'localhost', '127.0.0.1', '::1']
  assert.deepEqual(
    [...called].filter((host) => !inner.includes(host)),
    [],
  )
})

it('lets its pages in the browser speak to nobody but the desk', async () => {
  const { headers } = await fetch(`${desk.cms}/admin/`)
  const policy = headers.get('content-security-policy') ?? ''
  assert.match(policy, /connect-src 'self';/)
  assert.doesNotMatch(policy, /https:|strapi\.io/)
})
