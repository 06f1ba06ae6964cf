import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, it } from 'node:test'
import { withoutTyped } from '../support/portal/citizen.ts'
import { startIntake } from '../support/portal/intake.ts'
import type { Intake } from '../support/portal/intake.ts'

const wrongCode = 'AAAA-AAAA-AAAA'
let intake: Intake
before(async () => {
  intake = await startIntake()
})
after(() => intake.stop())

/** Every byte that comes back for number and code, but for the date and what was typed. */
function answerTo(number: string, code: string, accept: string): Promise<string> {
  const { port } = intake.portal
  const body = String(new URLSearchParams({ number, code }))
  const head = [
    'POST /petition/track/ HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    `Accept: ${accept}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ].join('\r\n')
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.setEncoding('latin1').on('data', (part: string) => (text += part))
    socket.on('error', reject)
    socket.on('close', () => {
      const plain = withoutTyped(text).replace(/^Content-Length: .*$/im, 'Content-Length: …')
      resolve(plain.replace(/^Date: .*$/m, 'Date: …'))
    })
    socket.write(`${head}\r\n\r\n${body}`)
  })
}

// That each costs the same work, one slow hash, is counted in mailbox-verify.test.ts.
it('answers every wrong pair of number and code with the same bytes', async () => {
  const { bureau, file } = intake
  const [waiting, collected] = [await file(), await file()]
  await bureau.push(collected.digits, { revision: 1, state: 'registered' })
  const wrong: [string, string][] = [
    [waiting.number, wrongCode],
    [collected.number, wrongCode],
    [collected.number, waiting.code],
    ['9999 9999 9999 9999', wrongCode],
    ['9999 9999 9999 9999', waiting.code],
    ['<b>', 'x'.repeat(500)],
  ]
  for (const accept of ['text/html', 'application/json']) {
    const answers = new Set<string>()
    for (const [number, code] of wrong) answers.add(await answerTo(number, code, accept))
    assert.equal(answers.size, 1)
    const [answer = ''] = answers
    assert.match(answer, /^HTTP\/1\.1 404 /)
    assert.match(answer, /^Date: …$/m)
  }
  for (const { number, code } of [waiting, collected]) {
    assert.match(await answerTo(number, code, 'text/html'), /^HTTP\/1\.1 303 /)
  }
})

it('asks for what is missing with the same bytes, whether the number exists or not', async () => {
  const { number } = await intake.file()
  for (const accept of ['text/html', 'application/json']) {
    const answers = new Set<string>()
    for (const typed of [number, '9999 9999 9999 9999', '']) {
      answers.add(await answerTo(typed, '', accept))
    }
    assert.equal(answers.size, 1)
    const [answer = ''] = answers
    assert.match(answer, /^HTTP\/1\.1 404 /)
    const read = Buffer.from(answer, 'latin1').toString()
    if (accept === 'text/html') assert.ok(read.includes('请填写查询编号和查询码'))
  }
})

it('sends away with the same bytes whoever tries too often, whether the number exists or not', async () => {
  const { number } = await intake.file()
  const exhaust = async (tried: string) => {
    for (;;) {
      const answer = await answerTo(tried, wrongCode, 'text/html')
      if (!answer.startsWith('HTTP/1.1 404 ')) return answer.replace(/^Retry-After: \d+$/im, '')
    }
  }
  const existing = await exhaust(number)
  assert.match(existing, /^HTTP\/1\.1 429 /)
  assert.equal(await exhaust('8888 8888 8888 8888'), existing)
})
