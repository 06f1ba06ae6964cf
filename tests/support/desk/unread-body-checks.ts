import assert from 'node:assert/strict'
import { it } from 'node:test'
import { pngOf } from '../files/files.ts'
import type { RunningCms } from './cms.ts'
import { openSession } from './staff.ts'

const words = '甲某 13900009911'
const quoted = /甲某|13900|Unexpected|JSON/

const unread: [type: string, body: string][] = [
  ['application/json', `{"phone":${words}}`],
  ['application/json', words],
  ['application/json', `{"__proto__":{"phone":"${words}"}}`],
  ['application/csp-report', `{"phone":"13900009911"${words}}`],
  ['application/vnd.api+json', `["${words}`],
  ['application/x-www-form-urlencoded', `phone=${words}`.repeat(60_000)],
  ['text/plain', words.repeat(60_000)],
]

/** That neither an answer nor the log quotes what could not be read. */
export function checkUnreadBodies(office: () => RunningCms): void {
  for (const [type, body] of unread) {
    it(`quotes no body that cannot be read: ${type}, ${body.slice(0, 12)}`, async () => {
      const headers = { 'content-type': type }
      const answer = await fetch(`${office().cms}/desk/cases/queue`, {
        method: 'POST',
        headers,
        body,
      })
      assert.equal(answer.status, body.length > 1000 ? 413 : 400)
      const text = await answer.text()
      assert.match(text, /\p{Script=Han}/u)
      assert.doesNotMatch(text, quoted)
    })
  }

  it('quotes no field of a form that cannot be read', async () => {
    const token = await openSession(office(), 'publicity-author')
    const body = new FormData()
    const png = new Blob([pngOf(4, 4, '') as Uint8Array<ArrayBuffer>], { type: 'image/png' })
    body.append('files', png, 'a.png')
    body.append('fileInfo', `{"name":${words}}`)
    const authorization = `Bearer ${token}`
    const answer = await fetch(`${office().cms}/upload`, {
      method: 'POST',
      headers: { authorization },
      body,
    })
    assert.ok(answer.status >= 400)
    const text = await answer.text()
    assert.match(text, /\p{Script=Han}/u)
    assert.doesNotMatch(text, quoted)
  })

  it('writes nothing of them to the log', async () => {
    assert.doesNotMatch(await office().log(), /甲某|13900/)
  })
}
