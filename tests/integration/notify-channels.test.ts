import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { after, describe, it } from 'node:test'
import { deliver } from '../../cms/src/casework/notify/deliver.ts'
import { sendByAliyun } from '../../cms/src/casework/notify/aliyun.ts'
import { sendByGateway } from '../../cms/src/casework/notify/sms-gateway.ts'
import { sendBySmtp } from '../../cms/src/casework/notify/smtp.ts'
import { compose } from '../../cms/src/casework/notify/templates.ts'
import { describeDeliveries } from '../../cms/src/casework/notify/describe-deliveries.ts'
import { startGateway, startMailServer, type Received } from '../support/notify-servers.ts'
import { memoryOutbox } from '../support/memory-outbox.ts'
import { freePorts } from '../support/ports.ts'

type Done = (error?: Error) => void

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
function refuse(responseCode: number, words = `<${address}>: no such user`) {
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

  it('is refused only where the server says that there is no such user, without naming them', async () => {
    const final = [
      [550, `5.1.1 <${address}>: Recipient address rejected`],
      [550, `5.1.2 <${address}> host not found`],
      [553, '5.1.3 bad address syntax'],
      [550, `5.1.10 <${address}> does not accept mail`],
      [550, `No such user here: ${address}`],
      [550, `<${address}>: User unknown in virtual mailbox table`],
      [550, 'Mailbox not found. http://service.mail.example/?code=550'],
      [550, '用户不存在'],
    ] as const
    const later = [
      [550, 'Connection frequency limited'],
      [550, '5.7.1 Too many recipients received from the sender, user unknown limit'],
      [550, 'Mailbox unavailable or access denied'],
      [550, '5.4.5 Daily user sending limit exceeded'],
      [550, `5.1.8 <office@example.cn>: Sender address rejected`],
      [550, 'Domain frequency limited: no such user checks'],
      [550, '5.2.1 The user is receiving mail too quickly'],
      [552, '5.2.2 Mailbox full'],
      [550, 'Mail content denied'],
      [554, '5.7.1 Spam message rejected'],
      [451, '4.7.1 greylisted'],
      [450, `4.1.1 <${address}>: user unknown for now`],
    ] as const
    for (const [answers, kind] of [
      [final, 'refused'],
      [later, 'unavailable'],
    ] as const) {
      for (const [code, words] of answers) {
        const { port } = await mailServer({
          onRcptTo: (_address, _session, done) => done(refuse(code, words)),
        })
        const send = sendBySmtp({ server: `smtp://127.0.0.1:${port}`, from })
        const outcome = await send(address, message)
        assert.equal(outcome.kind, kind, words)
        assert.ok('reason' in outcome && outcome.reason.includes(String(code)), words)
        assert.ok(!JSON.stringify(outcome).includes('@'), words)
      }
    }
  })

  for (const where of ['onMailFrom', 'onRcptTo', 'onData'] as const) {
    it(`that comes too often, as the server says at ${where}, goes out later`, async () => {
      let tries = 0
      const limited = () => (++tries <= 3 ? refuse(550, 'Connection frequency limited') : undefined)
      const server = await mailServer(
        where === 'onData'
          ? {
              onData: (stream, _session, done) => {
                stream.resume()
                stream.once('end', () => done(limited()))
              },
            }
          : { [where]: (_address: unknown, _session: unknown, done: Done) => done(limited()) },
      )
      const send = sendBySmtp({ server: `smtp://127.0.0.1:${server.port}`, from })
      const { rows, outbox, leave } = memoryOutbox()
      leave('a', 0)
      let clock = Date.now()
      const states: unknown[] = []
      while (rows[0]?.state === 'waiting' && states.length < 10) {
        await deliver(
          outbox,
          async () => ({ to: address, message }),
          { email: send },
          () => new Date(clock),
        )
        states.push(rows[0]?.state)
        clock = Number(rows[0]?.dueAt)
      }
      assert.deepEqual(states, ['waiting', 'waiting', 'waiting', 'sent'])
    })
  }

  it('that is put off for good is given up in the end, and staff are told so', async () => {
    const server = await mailServer({
      onRcptTo: (_address, _session, done) => done(refuse(550, 'Connection frequency limited')),
    })
    const send = sendBySmtp({ server: `smtp://127.0.0.1:${server.port}`, from })
    const { rows, outbox, leave } = memoryOutbox()
    leave('a', 0)
    let clock = Date.now()
    for (let count = 0; count < 10; count += 1) {
      await deliver(
        outbox,
        async () => ({ to: address, message }),
        { email: send },
        () => new Date(clock),
      )
      clock = Number(rows[0]?.dueAt)
    }
    const [row] = rows
    assert.deepEqual([row?.state, row?.attempts], ['failed', 8])
    const lines = describeDeliveries(
      { notifyBy: '电子邮件', petitionerEmail: address, petitionerPhone: '' },
      { email: send },
      [
        {
          step: '已受理',
          by: 'email',
          state: 'failed',
          attempts: 8,
          reason: row?.reason ?? null,
          sentAt: null,
        },
      ],
    )
    assert.match(lines.join(''), /没有能用电子邮件告知信访人：.*550.*请打电话告知/)
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
