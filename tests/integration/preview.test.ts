import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { install, type Installation } from '../support/installation.ts'
import { shows, words } from '../support/publication-progress.ts'
import { essay, openPublicityDesk, type PublicityDesk } from '../support/publicity.ts'

describe('a preview of a draft', () => {
  let installation: Installation
  let desk: PublicityDesk
  let documentId = ''
  let address = ''
  before(async () => {
    installation = await install()
    desk = await openPublicityDesk(installation)
    const draft = essay('only-a-draft', { body: '草稿里的鹭鸶。', title: '还没有发布的一篇' })
    documentId = await desk.write(desk.author, 'essay', draft)
  })
  after(() => installation.stop())

  /** The cookie that the admin pages get when somebody signs in. */
  const cookie = async () => {
    const { email, password } = installation.logins.find(({ role }) => role === 'publicity-author')!
    const response = await fetch(`${installation.cms}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    return response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
  }

  it('is made for who may read the entry, in the real page design', async () => {
    const path = `/desk/previews/api::essay.essay/${documentId}`
    assert.equal((await fetch(installation.cms + path, { method: 'POST' })).status, 401)
    const { status, body } = await desk.author.call('POST', path)
    assert.equal(status, 200, JSON.stringify(body))
    address = (body as { address: string }).address
    const page = await fetch(installation.cms + address, { headers: { cookie: await cookie() } })
    assert.equal(page.status, 200)
    assert.match(page.headers.get('x-robots-tag') ?? '', /noindex/)
    const html = await page.text()
    assert.match(html, /草稿里的鹭鸶/)
    assert.match(html, /预览：这是还没有发布的草稿/)
    const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(html) ?? []
    const css = await fetch(installation.cms + style, { headers: { cookie: await cookie() } })
    assert.match(css.headers.get('content-type') ?? '', /css/)
  })

  it('is shown to nobody who is not signed in, and under no other address', async () => {
    assert.equal((await fetch(installation.cms + address)).status, 404)
    const signedIn = { headers: { cookie: await cookie() } }
    const other = address.replace(/[0-9a-f]{32}/, '0'.repeat(32))
    assert.equal((await fetch(installation.cms + other, signedIn)).status, 404)
    const root = address.replace(/(\/admin\/preview\/[0-9a-f]{32}).*/, '$1')
    for (const path of ['/..%2f..%2f..%2fsecrets.json', '/%2e%2e/content/settings.json']) {
      const text = await (await fetch(installation.cms + root + path, signedIn)).text()
      assert.doesNotMatch(text, /appKeys|siteName/)
    }
  })

  it('leaves citizens what they had, and reaches no release that is made afterwards', async () => {
    const other = await desk.write(desk.author, 'essay', essay('published-after-a-preview'))
    await desk.publish('essay', other)
    await shows(installation, '/essays/published-after-a-preview/', '第一句话')
    assert.equal(await words(installation, '/essays/only-a-draft/'), undefined)
    assert.ok(!(await words(installation, '/essays/'))?.includes('还没有发布的一篇'))
    const found = await words(installation, `/search/?q=${encodeURIComponent('鹭鸶')}`)
    assert.ok(!found?.includes('还没有发布的一篇'))
  })
})
