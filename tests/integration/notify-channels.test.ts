import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { after, describe, it } from 'node:test'
import { sendByAliyun } from '../../cms/src/notify/aliyun.ts'
import { sendByGateway } from '../../cms/src/notify/sms-gateway.ts'
import { sendBySmtp } from '../../cms/src/notify/smtp.ts'
import { compose } from '../../cms/src/notify/templates.ts'
import { startGateway, startMailServer, type Received } from '../support/notify-servers.ts'
import { freePorts } from '../support/ports.ts'

const message = compose({
  id: '0123456789abcdef0123456789abcdef',
  number: '1234567890123456',
  state: 'accepted',
  event: null,
  lastDay: '2027-01-23',
  site: 'https://xf.example.cn',
  office: { name: '青禾区信访局', phone: '010-12345678' },
})
const from = '信访局 <office@example.cn>'
const address = 'canary-address@example.com'
const phone = '13800009876'
const stops: (() => Promise<void>)[] = []
after(() => Promise.all(stops.map((stop) => stop())))

async function mailServer(options?: Parameters<typeof startMailServer>[1]) {
  const server = await startMailServer(0, options)
  stops.push(server.stop)
  return server
}
async function gateway(...given: Parameters<typeof startGateway>) {
  const server = await startGateway(...given)
  stops.push(server.stop)
  return server
}

/** A refusal as servers write it: with the recipient in it. */
function refuse(responseCode: number) {
  const words = `<${address}>: no such user`
  return Object.assign(new Error(words), { responseCode })
}

describe('an e-mail', () => {
  it('reaches a mail server with sender, recipient, subject and text', async () => {
    const server = await mailServer()
    const send = sendBySmtp({ server: `smtp://127.0.0.1:${server.port}`, from })
    assert.deepEqual(await send(address, message), { kind: 'sent' })
    assert.deepEqual(await send(address, message), { kind: 'sent' })
    const [mail, again] = server.mails
    assert.deepEqual([mail?.from, mail?.to], ['office@example.cn', [address]])
    assert.equal(mail?.subject, message.subject)
    assert.equal(mail?.text.replaceAll('\r\n', '\n').trim(), message.text.trim())
    assert.match(mail?.head ?? '', /^Auto-Submitted: auto-generated/m)
    assert.equal(mail?.id, again?.id)
  })

  it('is sent with the name and password of the settings', async () => {
    const seen: unknown[] = []
    const server = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth(auth, _session, done) {
        seen.push(auth.username, auth.password)
        done(auth.password === 'p@ss:1' ? null : new Error('no'), { user: auth.username })
      },
    })
    const at = `127.0.0.1:${server.port}`
    const good = sendBySmtp({ server: `smtp://office:p%40ss%3A1@${at}`, from })
    assert.equal((await good(address, message)).kind, 'sent')
    const bad = sendBySmtp({ server: `smtp://office:wrong@${at}`, from })
    assert.equal((await bad(address, message)).kind, 'unavailable')
    assert.deepEqual(seen.slice(0, 2), ['office', 'p@ss:1'])
    assert.equal(server.mails.length, 1)
  })

  it('that the server refuses for good is refused; the reason does not name the recipient', async () => {
    const server = await mailServer({ onRcptTo: (_address, _session, done) => done(refuse(550)) })
    const outcome = await sendBySmtp({ server: `smtp://127.0.0.1:${server.port}`, from })(
      address,
      message,
    )
    assert.deepEqual(outcome, { kind: 'refused', reason: '邮件服务器拒收（550）' })
  })

  it('that the server puts off, or whose sender it does not take, can be tried again', async () => {
    const later = await mailServer({ onRcptTo: (_address, _session, done) => done(refuse(450)) })
    const sender = await mailServer({ onMailFrom: (_from, _session, done) => done(refuse(550)) })
    for (const { port } of [later, sender]) {
      const outcome = await sendBySmtp({ server: `smtp://127.0.0.1:${port}`, from })(
        address,
        message,
      )
      assert.equal(outcome.kind, 'unavailable')
      assert.ok(!JSON.stringify(outcome).includes(address))
    }
  })

  it('waits where nobody answers', async () => {
    const [port] = await freePorts(1)
    const outcome = await sendBySmtp({ server: `smtp://127.0.0.1:${port}`, from })(address, message)
    assert.equal(outcome.kind, 'unavailable')
  })

  it('never crosses a network in the clear, nor to a server that cannot prove its name', async () => {
    let visits = 0
    const onConnect = (_session: unknown, done: () => void) => {
      visits += 1
      done()
    }
    const plain = await mailServer({ disabledCommands: ['STARTTLS'], onConnect })
    const selfSigned = await mailServer({ onConnect })
    const wrapped = await mailServer({ secure: true })
    // 0.0.0.0 reaches this machine and is not one of its loopback names.
    for (const server of [
      `smtp://0.0.0.0:${plain.port}`,
      `smtp://0.0.0.0:${selfSigned.port}`,
      `smtps://0.0.0.0:${wrapped.port}`,
    ]) {
      const outcome = await sendBySmtp({ server, from })(address, message)
      assert.equal(outcome.kind, 'unavailable', server)
    }
    assert.equal(visits, 2, 'the servers were not reached at all')
    assert.equal(plain.mails.length + selfSigned.mails.length + wrapped.mails.length, 0)
  })
})

describe('an SMS through a gateway', () => {
  it('is posted with the token', async () => {
    const { url, requests } = await gateway(() => ({ status: 202 }))
    assert.deepEqual(await sendByGateway(`${url}/sms`, 'token-1')(phone, message), { kind: 'sent' })
    assert.equal(requests[0]?.path, '/sms')
    assert.equal(requests[0]?.headers.authorization, 'Bearer token-1')
    assert.equal(requests[0]?.headers['idempotency-key'], message.id)
    assert.deepEqual(JSON.parse(requests[0]?.body ?? ''), { to: phone, text: message.sms })
  })

  it('is refused, or can be tried again, as the gateway says', async () => {
    let status = 0
    const { url } = await gateway(() => ({ status, body: { error: `bad number ${phone}` } }))
    const kinds: Record<string, number[]> = {
      refused: [400, 410, 422],
      unavailable: [401, 403, 404, 408, 429, 500, 503],
    }
    for (const [kind, statuses] of Object.entries(kinds)) {
      for (status of statuses) {
        const outcome = await sendByGateway(url, 'token-1')(phone, message)
        assert.equal(outcome.kind, kind, String(status))
        assert.ok(!JSON.stringify(outcome).includes(phone))
      }
    }
  })

  it('can be tried again where the gateway is silent or sends us elsewhere', async () => {
    const silent = await gateway(() => null)
    const other = await gateway(() => ({ status: 200 }))
    const away = await gateway(() => ({ status: 307, headers: { location: other.url } }))
    assert.equal((await sendByGateway(silent.url, 't', 200)(phone, message)).kind, 'unavailable')
    assert.equal((await sendByGateway(away.url, 't')(phone, message)).kind, 'unavailable')
    assert.equal(other.requests.length, 0)
  })
})

describe('an SMS by Aliyun', () => {
  const settings = {
    kind: 'aliyun' as const,
    keyId: 'key-id',
    keySecret: 'key-secret',
    signName: '青禾区信访局',
    templateCode: 'SMS_1',
  }

  /** The signature as the receiving side reckons it, from the request as it arrived. */
  function expectedSignature({ path, headers, body }: Received): string {
    const sha = (text: string) => createHash('sha256').update(text).digest('hex')
    const [, names = ''] = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? []
    const signed = names.split(';').map((name) => `${name}:${String(headers[name])}`)
    const query = path.slice(path.indexOf('?') + 1)
    const canonical = `POST\n/\n${query}\n${signed.join('\n')}\n\n${names}\n${sha(body)}`
    const hmac = createHmac('sha256', settings.keySecret)
    return hmac.update(`ACS3-HMAC-SHA256\n${sha(canonical)}`).digest('hex')
  }

  it('is a signed call that gives number, step and day, and nothing else', async () => {
    const { url, requests } = await gateway(() => ({ status: 200, body: { Code: 'OK' } }))
    assert.deepEqual(await sendByAliyun({ ...settings, url })(phone, message), { kind: 'sent' })
    const [request] = requests
    assert.ok(request)
    const { path, headers } = request
    const query = Object.fromEntries(new URL(path, url).searchParams)
    assert.deepEqual(query, {
      OutId: message.id,
      PhoneNumbers: phone,
      SignName: '青禾区信访局',
      TemplateCode: 'SMS_1',
      TemplateParam: JSON.stringify({
        number: '1234567890123456',
        step: '已受理，正在办理',
        day: '2027年1月23日',
      }),
    })
    assert.equal(headers['x-acs-action'], 'SendSms')
    assert.equal(headers['x-acs-version'], '2017-05-25')
    assert.match(String(headers['x-acs-date']), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    assert.ok(headers.authorization?.endsWith(`Signature=${expectedSignature(request)}`))
  })

  it('is refused, or can be tried again, as the code of the answer says', async () => {
    let body: unknown
    const { url } = await gateway(() => ({ status: 200, body }))
    const cases: [unknown, string][] = [
      [{ Code: 'isv.MOBILE_NUMBER_ILLEGAL', Message: phone }, 'refused'],
      [{ Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: phone }, 'unavailable'],
      [{ Code: 'isv.AMOUNT_NOT_ENOUGH' }, 'unavailable'],
      [{ Code: `wrong ${phone}` }, 'unavailable'],
      [null, 'unavailable'],
    ]
    for (const [given, kind] of cases) {
      body = given
      const outcome = await sendByAliyun({ ...settings, url })(phone, message)
      assert.equal(outcome.kind, kind)
      assert.ok(!JSON.stringify(outcome).includes(phone))
    }
  })
})
