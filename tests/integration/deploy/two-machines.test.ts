import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { reaches } from '../../support/desk/publication-progress.ts'
import { essay, openPublicityDesk } from '../../support/desk/publicity.ts'
import { collection, signIn, type Staff } from '../../support/desk/staff.ts'
import { prefill, root, runStart } from '../../support/machine/installation.ts'
import { lackOfNetworks, makeNetwork } from '../../support/machine/network.ts'
import { hasProgram, startNginx } from '../../support/machine/nginx.ts'
import { until } from '../../support/machine/until.ts'
import { createCitizen } from '../../support/portal/citizen.ts'
import { startPortal } from '../../support/portal/portal.ts'
import { lampStory } from '../../support/portal/stories.ts'

const missing = [
  lackOfNetworks(),
  ...[
    ['nginx', '-v'],
    ['openssl', 'version'],
    ['rsync', '--version'],
  ].map(([name = '', flag = '']) => (hasProgram(name, flag) ? null : name)),
].filter((lack) => lack !== null)

/** What citizens and staff type into their browsers. */
const portal = 'https://198.51.100.2'
const cms = 'https://10.0.1.2'

/** Asks from the public machine for an address, whatever its certificate says. @returns the status, or the fault */
const asking = (address: string) => `
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
  fetch('${address}', { signal: AbortSignal.timeout(3000), headers: { authorization: 'Bearer ' + process.argv[1] } })
    .then(({ status }) => console.log(status), (error) => console.log(error.cause?.code ?? error.name))`

/** Connects to a port from the public machine. @returns what becomes of it */
const connecting = (host: string, port: number) => `
  const socket = require('net').connect({ host: '${host}', port: ${port}, timeout: 3000 })
  const end = (word) => { console.log(word); process.exit() }
  socket.on('connect', () => end('open')).on('timeout', () => end('silent')).on('error', ({ code }) => end(code))`

const canary = {
  ...lampStory,
  title: '金丝雀巷的路灯不亮',
  name: '金丝雀甲',
  phone: '13912340099',
  facts: '金丝雀巷三盏路灯一直不亮，夜里行走不安全。',
}

describe('a public machine and an inner one', { skip: missing.join(', ') || false }, () => {
  const work = mkdtempSync(join(tmpdir(), 'portal-two-'))
  const inner = join(work, 'inner')
  const outer = join(work, 'public')
  const stops: (() => unknown)[] = []
  let machines: ReturnType<typeof makeNetwork<'inner' | 'public'>>['machines']
  let clerk: Staff
  let logins: { role: string; name: string; email: string; password: string }[]
  let receipt: { number: string; code: string }

  const send = () =>
    execFileSync(join(root, 'scripts', 'deploy', 'send-release.sh'), [inner, outer], {
      stdio: 'pipe',
    })
  const fromPublic = (address: string) =>
    machines.public.run(process.execPath, '--no-warnings', '-e', asking(address), 'no-token').trim()

  before(async () => {
    // Certificates of a test are nobody's.
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
    const network = makeNetwork(
      ['inner', 'public'],
      [
        [
          { machine: 'public', address: '10.0.0.5/24' },
          { machine: 'inner', address: '10.0.0.6/24' },
        ],
        [
          { machine: null, address: '198.51.100.1/24' },
          { machine: 'public', address: '198.51.100.2/24' },
        ],
        [
          { machine: null, address: '10.0.1.1/24' },
          { machine: 'inner', address: '10.0.1.2/24' },
        ],
      ],
    )
    stops.push(network.remove)
    machines = network.machines

    mkdirSync(inner)
    prefill(inner)
    const keys = dataLayout(inner)
    mkdirSync(join(outer, 'keys'), { recursive: true })
    for (const key of [keys.recipients, keys.pepper, keys.mailboxToken]) {
      cpSync(key, key.replace(inner, outer))
    }
    mkdirSync(join(outer, 'releases'))
    const shared = { SITE_URL: portal, TRUSTED_PROXIES: '1' }

    const front = await startNginx(
      { 'portal.conf': {}, 'mailbox.conf': {} },
      machines.public.command,
    )
    stops.push(front.stop)
    const desk = await startNginx({ 'desk.conf': {} }, machines.inner.command)
    stops.push(desk.stop)
    const inside = await runStart(
      {
        ...process.env,
        ...shared,
        DATA_DIR: inner,
        CMS_SITE_URL: cms,
        MAILBOX_ENDPOINT: 'https://10.0.0.5:8443/mailbox',
      },
      machines.inner.command,
    )
    stops.push(inside.end)
    logins = JSON.parse(readFileSync(keys.firstLogin, 'utf8'))
    clerk = await signIn({ cms, logins }, 'case-clerk')
    send()
    // Without a release it would end, and be started again until there is one.
    const outside = await startPortal(
      outer,
      { ...shared, PORTAL_PORT: '4321' },
      machines.public.command,
    )
    stops.push(outside.stop)
    await until('the first release', 60, async () => (await fetch(portal)).ok || undefined)
  })
  after(async () => {
    for (const stop of stops.reverse()) await stop()
    delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
    rmSync(work, { recursive: true, force: true })
  })

  it('a petition goes in, and its answer comes back', async () => {
    const citizen = createCitizen(portal)
    const filed = await citizen.fileAsData({ ...canary, key: await citizen.openForm() })
    assert.equal(filed.status, 200, JSON.stringify(filed.answer))
    receipt = filed.answer as typeof receipt
    const row = await until('the case', 60, async () => {
      const query = `?filters[number][$eq]=${receipt.number}`
      const { body } = await clerk.call('GET', `${collection('case')}${query}`)
      return (body as { results: { documentId: string }[] }).results[0]
    })
    const step = await clerk.call('POST', `/desk/cases/${row.documentId}/actions`, {
      kind: 'register',
    })
    assert.equal(step.status, 200, JSON.stringify(step.body))
    await until('the answer', 60, async () => {
      const { html } = await citizen.track(receipt.number, receipt.code)
      return html.includes('已登记') || undefined
    })
  })

  it('a publication goes out', async () => {
    const desk = await openPublicityDesk({ cms, logins })
    const documentId = await desk.write(desk.author, 'essay', essay('two-machines'))
    await desk.publish('essay', documentId)
    await reaches(desk.author, 'essay', documentId, 'live')
    assert.equal((await fetch(`${portal}/essays/two-machines/`)).status, 404)
    send()
    await until('the essay', 60, async () => {
      return (await fetch(`${portal}/essays/two-machines/`)).ok || undefined
    })
  })

  it('the public machine reaches nothing of the inner one', () => {
    assert.equal(fromPublic('https://10.0.0.6/admin'), '403')
    for (const port of [22, 80, 1337, 4321, 5432]) {
      const became = machines.public.run(process.execPath, '-e', connecting('10.0.0.6', port))
      assert.equal(became.trim(), 'ECONNREFUSED', String(port))
    }
    // The office’s network lies behind it, and there is no way to there.
    assert.match(fromPublic(`${cms}/admin`), /ENETUNREACH|EHOSTUNREACH/)
  })

  it('the mailbox is asked by the inner machine alone', () => {
    const asked = (machine: 'inner' | 'public', token: string) =>
      machines[machine]
        .run(
          process.execPath,
          '--no-warnings',
          '-e',
          asking('https://10.0.0.5:8443/mailbox/messages?after=0'),
          token,
        )
        .trim()
    const token = readFileSync(dataLayout(inner).mailboxToken, 'utf8').trim()
    assert.deepEqual(
      [asked('inner', token), asked('inner', 'another'), asked('public', token)],
      ['200', '401', '403'],
    )
  })

  it('nothing on the public machine opens or tells what was written', () => {
    const files = readdirSync(outer, { recursive: true, withFileTypes: true })
    const names = files
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
    assert.ok(names.some((name) => name.endsWith('mailbox.db')))
    const told = [canary.name, canary.phone, canary.title, canary.facts]
    const { identity, deskKey } = dataLayout(inner)
    const secrets = [identity, deskKey].map((path) => readFileSync(path, 'utf8').trim())
    for (const name of names) {
      const bytes = readFileSync(name)
      for (const text of [...told, ...secrets]) assert.ok(!bytes.includes(text), name)
    }
    const keys = readdirSync(join(outer, 'keys')).sort()
    assert.deepEqual(keys, ['mailbox-token', 'pepper', 'recipients.txt'])
  })
})
