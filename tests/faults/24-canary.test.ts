import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import { statedFiles } from '../../site/src/petition/attachments/attachment-view.ts'
import { createLog } from '../../site/src/server/operations/log.ts'
import { story } from '../support/portal/stories.ts'
import { pdfFile } from '../support/files/files.ts'
import { startIntake } from '../support/portal/intake.ts'
import type { Intake } from '../support/portal/intake.ts'
import { proofMaker, readPepper } from '../support/portal/proof.ts'
import { rawRequest } from '../support/portal/raw-request.ts'

const canary = {
  name: '金丝雀甲乙',
  phone: '13987654321',
  idNumber: '11010519491231002X',
  address: '金丝雀路 77 号 201 室',
  title: '金丝雀 11010519491231002X 的事 13987654321',
  facts: '金丝雀的事实经过，只应当由信访局打开。',
}

/** What of the canary stands in some bytes, as it was typed, in a URL or in JSON. */
function leaks(bytes: Buffer, secrets: readonly string[]): string[] {
  return secrets.filter((secret) =>
    [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)].some((form) =>
      bytes.includes(form),
    ),
  )
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

describe('a canary that is filed (24)', () => {
  let intake: Intake
  before(async () => {
    intake = await startIntake()
  })
  after(() => intake.stop())

  it('is in no log, no error page, no file of the portal and no page of the site', async (t) => {
    const { citizen, data, bureau, portal, release } = intake
    const { number, digits, code, key } = await intake.file(canary)
    const secrets = [...Object.values(canary), code, code.replaceAll('-', ''), key, digits, number]
    await citizen.track(number, code)
    await citizen.track(number, 'AAAA-AAAA-AAAA')
    const faulty = await citizen.file({ ...story, ...canary, phone: 'wrong', key })
    assert.equal(faulty.status, 422)

    const form = new FormData()
    const withFile = {
      ...story,
      ...canary,
      key: await citizen.openForm(),
      attachments: statedFiles.every,
    }
    for (const [field, value] of Object.entries(withFile)) form.set(field, value)
    form.set('proof', proofMaker(readPepper(data.path))())
    const fileName = `${canary.phone} ${canary.idNumber}.pdf`
    form.append('files', new Blob([Uint8Array.from(pdfFile({ text: canary.phone }))]), fileName)
    const sent = await fetch(`${portal.url}/petition/`, { method: 'POST', body: form })
    assert.equal(sent.status, 200)
    assert.match(await sent.text(), /receipt-value/)
    const named = (await bureau.allPetitions()).flatMap(({ attachments }) => attachments)
    assert.deepEqual(
      named.map(({ name }) => name),
      [fileName],
    )

    const errors: Buffer[] = []
    const query = new URLSearchParams({ ...canary, number: digits, code })
    const raw = async (method: string, path: string, headers = {}, body?: string) => {
      const answer = await rawRequest(portal.port, method, path, headers, body)
      errors.push(answer.body)
      return answer.status
    }
    const personal = {
      'user-agent': `${canary.phone} ${canary.idNumber}`,
      referer: `http://127.0.0.1/?phone=${canary.phone}`,
      cookie: `phone=${canary.phone}`,
      'x-forwarded-for': canary.phone,
    }
    const json = { 'content-type': 'application/json', ...personal }
    assert.equal(await raw('GET', `/missing/?${query}`, personal), 404)
    assert.equal(await raw('GET', `/petition/track/?${query}`, personal), 200)
    assert.equal(await raw('GET', `/petition/?${query}`, personal), 200)
    assert.equal(await raw('GET', `/mailbox/messages?${query}`, personal), 401)
    assert.equal(await raw('GET', `/mailbox/statuses/${digits}`, personal), 401)
    assert.equal(await raw('POST', '/petition/', json, JSON.stringify([canary])), 400)
    assert.equal(await raw('POST', '/petition/', json, `${JSON.stringify(canary)}{`), 400)
    assert.equal(await raw('PUT', `/petition/?${query}`, json, JSON.stringify(canary)), 405)
    assert.equal(await raw('POST', '/', json, JSON.stringify(canary)), 405)
    assert.equal(await raw('GET', '/', { ...personal, host: `${canary.phone}.example` }), 421)
    await raw('GET', `/%E0%A4%A?${query}`, personal)

    for (const body of errors) assert.deepEqual(leaks(body, secrets), [])
    assert.deepEqual(leaks(Buffer.from(portal.output()), secrets), [])
    const kept = filesBelow(data.path)
    assert.ok(kept.some((path) => path.endsWith('mailbox.db')))
    const published = filesBelow(release)
    assert.ok(published.some((path) => path.includes('search-index')))
    // The numbers on receipts are how rows are found.
    const unreadable = secrets.filter((secret) => secret !== digits)
    for (const path of [...kept, ...published]) {
      assert.deepEqual(leaks(readFileSync(path), unreadable), [], path)
    }
    t.diagnostic(`${kept.length + published.length} files, ${errors.length} refusals read`)
  })
})

describe('the log (24)', () => {
  /** What is printed for what is handed to the log. */
  const print = (hand: (log: ReturnType<typeof createLog>) => void): string => {
    const stream = new PassThrough()
    hand(createLog(stream))
    return String(stream.read() ?? '')
  }
  const secrets = Object.values(canary)

  it('prints nothing of a petition that is handed to it by mistake', () => {
    const { name, ...fields } = canary
    const fault = Object.assign(new Error(canary.facts, { cause: canary }), { code: 'E_CANARY' })
    for (const hand of [
      (log) => log.info(fields),
      (log) => log.info({ petition: { name, ...fields } }),
      (log) => log.warn({ fault: { petition: canary } }),
      (log) => log.error({ request: { body: canary }, url: `/?name=${name}` }),
      (log) => log.error(fault),
      (log) => log.error({ err: fault }, 'it failed'),
      (log) => log.info(`filed for ${canary.phone} ${canary.idNumber} under 1234 5678 9012 3456`),
    ] satisfies ((log: ReturnType<typeof createLog>) => void)[]) {
      const printed = print(hand)
      assert.ok(printed.length > 0)
      assert.deepEqual(leaks(Buffer.from(printed), secrets), [], printed)
    }
    assert.match(
      print((log) => log.error(fault)),
      /"name":"Error","code":"E_CANARY","at":\["at /,
    )
  })

  it('prints what operators need as it is', () => {
    const line = { method: 'GET', path: '/petition/track/', status: 200, ms: 13 }
    const printed = JSON.parse(print((log) => log.info(line, 'answered')))
    assert.deepEqual(
      { ...printed, time: undefined },
      { level: 30, ...line, msg: 'answered', time: undefined },
    )
  })
})
