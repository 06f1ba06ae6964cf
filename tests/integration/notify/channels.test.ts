import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deliver } from '../../../cms/src/casework/notify/deliver.ts'
import { sendBySmtp } from '../../../cms/src/casework/notify/smtp.ts'
import { compose } from '../../../cms/src/casework/notify/templates.ts'
import { describeDeliveries } from '../../../cms/src/casework/notify/describe-deliveries.ts'
import { memoryOutbox } from '../../support/case/memory-outbox.ts'
import { freePorts } from '../../support/machine/ports.ts'
import { address, from, mailServer, message, refuse } from '../../support/case/notify-message.ts'

type Done = (error?: Error) => void

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

  it('goes to one recipient, under heads of ours, whatever stands in address, office or telephone', async () => {
    const server = await mailServer()
    const hostile = [
      'victim@example.com\r\nBcc: other@example.com',
      'victim@example.com\nRCPT TO:<other@example.com>',
      'victim@example.com>\r\nRCPT TO:<other@example.com',
      'victim@example.com, other@example.com',
      'victim@example.com;other@example.com',
      '信访局 <other@example.com>',
      '"other@example.com" <victim@example.com>',
      'group: victim@example.com, other@example.com;',
      'victim@example.com\0other@example.com',
    ]
    const send = sendBySmtp({ server: `smtp://127.0.0.1:${server.port}`, from })
    const inOffice = (words: string) =>
      compose({
        id: '0123456789abcdef0123456789abcdef',
        number: '1234567890123456',
        state: 'accepted',
        event: null,
        lastDay: null,
        site: 'https://xf.example.cn',
        office: { name: `信访局${words}`, phone: `010-1${words}` },
      })
    for (const to of hostile) await send(to, message)
    for (const words of ['\r\nBcc: other@example.com', '\r\n.\r\nMAIL FROM:<x@example.com>']) {
      await send(address, inOffice(words))
      const subject = `${message.subject}${words}`
      await send(address, { ...message, subject })
    }
    assert.ok(server.mails.length >= 4)
    for (const { from: sender, to, head } of server.mails) {
      assert.equal(to.length, 1)
      assert.equal(sender, 'office@example.cn')
      const names = head
        .replace(/\r\n[ \t]+/g, ' ')
        .split('\r\n')
        .map((line) => line.split(':')[0])
      assert.deepEqual(
        names.filter((name) => /^(?:bcc|cc|rcpt to|mail from|)$/i.test(name ?? '')),
        [],
        head,
      )
      assert.equal(names.filter((name) => name === 'To').length, 1)
      // Who reads it must not take another for the sender.
      assert.equal((head.match(/^From: .*$/m)?.[0].match(/@/g) ?? []).length, 1)
    }
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
