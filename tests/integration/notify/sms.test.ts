import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { describe, it } from 'node:test'
import { sendByAliyun } from '../../../cms/src/casework/notify/aliyun-sms.ts'
import { sendByGateway } from '../../../cms/src/casework/notify/sms-gateway.ts'
import { type Received } from '../../support/case/notify-servers.ts'
import { gateway, message, phone } from '../../support/case/notify-message.ts'

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
