import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { limitTable } from '../../../site/src/server/limits/limit-table.ts'
import { visibleText } from '../../support/portal/citizen.ts'
import { startIntake } from '../../support/portal/intake.ts'
import type { Intake } from '../../support/portal/intake.ts'
import { rawRequest } from '../../support/portal/raw-request.ts'

let intake: Intake
before(async () => void (intake = await startIntake({ TRUSTED_PROXIES: '1' })))
after(() => intake.stop())

const search = async (address: string, query: string) => {
  const path = `/search/?${new URLSearchParams({ q: query })}`
  const { status, headers, body } = await rawRequest(intake.portal.port, 'GET', path, {
    'x-forwarded-for': address,
  })
  return { status, headers, html: String(body) }
}

it('searches as often as people do, then asks to wait, and leaves others alone', async () => {
  const { burst } = limitTable.searching.perAddress
  let page = await search('198.51.100.7', '欠薪')
  let answered = 0
  for (; page.status === 200; answered += 1) page = await search('198.51.100.7', '欠薪')
  assert.ok(answered >= burst[0] && answered < burst[0] * 3, `${answered} were answered`)
  assert.equal(page.status, 429)
  const wait = Number(page.headers['retry-after'])
  assert.ok(wait >= 1 && wait <= 60)
  const words = visibleText({ status: page.status, html: page.html, headers: new Headers() })
  assert.match(words, new RegExp(`搜得太频繁了 ?请等 ${wait} 秒，再按一次“搜索”`))
  assert.match(page.html, /value="欠薪"/, 'what was typed is gone')
  assert.equal((await search('203.0.113.9', '欠薪')).status, 200)
  assert.equal((await search('198.51.100.7', '')).status, 200)
})
