import assert from 'node:assert/strict'
import { request as http } from 'node:http'
import { request as https } from 'node:https'
import { after, before, describe, it } from 'node:test'
import { hasProgram, startNginx, type RunningNginx } from '../../support/machine/nginx.ts'
import { freePorts } from '../../support/machine/ports.ts'
import { until } from '../../support/machine/until.ts'
import { createDataDir, pointTo, startPortal } from '../../support/portal/portal.ts'
import type { DataDir, RunningPortal } from '../../support/portal/portal.ts'
import { buildSite, type SiteRelease } from '../../support/release/site-release.ts'

const host = 'petition.example.gov.cn'
type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; text: string }
type Asked = { method?: string; headers?: Record<string, string>; body?: Buffer | undefined }

/** Asks a server of this machine, whatever its certificate says. */
function ask(port: number, path: string, asked: Asked = {}, isPlain = false): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = asked
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, rejectUnauthorized: false }
    const sent = (isPlain ? http : https)(
      { ...options, headers: { host, ...headers } },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => (text += part))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

const missing = ['nginx -v', 'openssl version'].filter((command) => {
  const [name = '', flag = ''] = command.split(' ')
  return !hasProgram(name, flag)
})

describe('the web server before the portal', { skip: missing.join(', ') || false }, () => {
  let data: DataDir
  let release: SiteRelease
  let portal: RunningPortal
  let nginx: RunningNginx
  let [plain, secure, mailbox] = [0, 0, 0]

  before(async () => {
    const ports = await freePorts(4)
    const desk = ports[3] ?? 0
    ;[plain = 0, secure = 0, mailbox = 0] = ports
    release = await buildSite()
    data = await createDataDir()
    pointTo(data.path, release.folder)
    portal = await startPortal(data.path, { SITE_URL: `https://${host}`, TRUSTED_PROXIES: '1' })
    const upstream = { '127.0.0.1:4321': `127.0.0.1:${portal.port}` }
    nginx = await startNginx({
      'portal.conf': {
        'listen 80;': `listen 127.0.0.1:${plain};`,
        'listen 443 ssl': `listen 127.0.0.1:${secure} ssl`,
        ...upstream,
      },
      'mailbox.conf': {
        'listen 10.0.0.5:8443': `listen 127.0.0.1:${mailbox}`,
        'allow 10.0.0.6': 'allow 127.0.0.1',
        ...upstream,
      },
      'desk.conf': { 'listen 443 ssl': `listen 127.0.0.1:${desk} ssl` },
    })
    await until('the web server', 10, () =>
      ask(secure, '/healthz').then(
        ({ status }) => status === 200 || undefined,
        () => undefined,
      ),
    )
  })
  after(async () => {
    await nginx?.stop()
    await portal?.stop()
    data?.remove()
    release?.remove()
  })

  it('leads whoever comes without TLS to the same page with it', async () => {
    const { status, headers } = await ask(plain, '/guides/?a=1', {}, true)
    assert.deepEqual([status, headers.location], [301, `https://${host}/guides/?a=1`])
  })

  it('passes pages on with the headers of the portal', async () => {
    const { status, headers, text } = await ask(secure, '/')
    assert.equal(status, 200)
    assert.match(text, /信访/)
    assert.match(String(headers['strict-transport-security']), /max-age=\d+/)
    assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/)
  })

  it('lets nobody come to the mailbox from outside, with its token either', async () => {
    const headers = { authorization: `Bearer ${data.token}` }
    for (const path of [
      '/mailbox/messages',
      '/mailbox',
      '/%6dailbox/messages',
      '//mailbox/messages',
    ]) {
      assert.equal((await ask(secure, path, { headers })).status, 404, path)
    }
    assert.equal((await ask(mailbox, '/mailbox/messages?after=0', { headers })).status, 200)
    assert.equal((await ask(mailbox, '/mailbox/messages?after=0')).status, 401)
    assert.equal((await ask(mailbox, '/', { headers })).status, 404)
  })

  it('has what is too long refused by the portal, in its words', async () => {
    const body = Buffer.alloc(3_000_000, 'a')
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await ask(secure, '/petition/', { method: 'POST', headers: type, body })
    assert.equal(answer.status, 413)
    assert.match(answer.text, /太长|太大/)
  })
})
