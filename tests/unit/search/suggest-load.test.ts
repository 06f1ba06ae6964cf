import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, describe, it } from 'node:test'
import { fetching, finder } from '../../../site/src/search/suggest/load.ts'
import { sounds, suggestionTerms } from '../../../site/src/search/suggest/build-terms.ts'

describe('loading suggestions', () => {
  const files: Record<string, string> = {
    '/whole/suggestions.json': JSON.stringify(
      suggestionTerms({ titles: [], words: ['信访', '欠薪', '宅基地'] }),
    ),
    '/whole/sounds.json': JSON.stringify(sounds()),
    '/broken/suggestions.json': '<html>',
  }
  let server: Server
  let origin = ''
  let asked: string[] = []

  before(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '')
      const body = files[request.url ?? '']
      response.writeHead(body === undefined ? 404 : 200).end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(() => {
    server.close()
    server.closeAllConnections()
  })
  beforeEach(() => {
    asked = []
  })

  it('happens at the first question, once for many', async () => {
    const find = finder(fetching(`${origin}/whole/`))
    assert.deepEqual(asked, [])
    const answers = await Promise.all(['', 'x', 'xi', 'xin', 'xinf'].map(find))
    assert.deepEqual(answers.at(-1), ['信访'])
    assert.deepEqual(asked, ['/whole/suggestions.json'])
  })

  it('takes the sounds only for Chinese that nothing contains', async () => {
    const find = finder(fetching(`${origin}/whole/`))
    for (const typed of ['信访', 'qqqq', '仿']) await find(typed)
    assert.deepEqual(asked, ['/whole/suggestions.json'])
    assert.deepEqual(await find('信仿'), ['信访'])
    assert.deepEqual(await find('前薪'), ['欠薪'])
    assert.deepEqual(asked, ['/whole/suggestions.json', '/whole/sounds.json'])
  })

  it('that fails gives no suggestion, no fault, and no second request', async () => {
    for (const [folder, requests] of [
      [`${origin}/missing/`, 1],
      [`${origin}/broken/`, 1],
      ['http://127.0.0.1:1/', 0],
    ] as const) {
      asked = []
      const find = finder(fetching(folder))
      assert.deepEqual(await find('x'), [], folder)
      assert.deepEqual(await find('xinfang'), [], folder)
      assert.equal(asked.length, requests, folder)
    }
  })
})
