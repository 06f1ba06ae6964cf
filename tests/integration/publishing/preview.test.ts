import assert from 'node:assert/strict'
import { glob, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { dataLayout } from '../../../content/schema/operation/data-layout.ts'
import type { Installation } from '../../support/machine/installation.ts'
import { sharedInstallation } from '../../support/machine/shared-installation.ts'
import { shows, words } from '../../support/desk/publication-progress.ts'
import { signIn } from '../../support/desk/staff.ts'
import { essay, openPublicityDesk, type PublicityDesk } from '../../support/desk/publicity.ts'

describe('a preview of a draft', () => {
  let installation: Installation
  let desk: PublicityDesk
  let documentId = ''
  let address = ''
  before(async () => {
    installation = await sharedInstallation()
    desk = await openPublicityDesk(installation)
    const draft = essay('only-a-draft', { body: '草稿里的鹭鸶。', title: '还没有发布的一篇' })
    documentId = await desk.write(desk.author, 'essay', draft)
  })

  /** The cookie that the admin pages get when somebody signs in. */
  const cookies = new Map<string, Promise<string>>()
  const cookie = (role = 'publicity-author') => {
    const known = cookies.get(role) ?? begin(role)
    cookies.set(role, known)
    return known
  }
  const begin = async (who: string) => {
    const { email, password } = installation.logins.find(({ role }) => role === who)!
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

  it('shows the lists as they would be, and leads to the site for everything else', async () => {
    const root = address.replace(/(\/admin\/preview\/[0-9a-f]{32}).*/, '$1')
    const headers = { cookie: await cookie() }
    const list = await fetch(`${installation.cms}${root}/essays/`, { headers })
    // Titles hold places where a line may break; a reader sees words.
    assert.match((await list.text()).replaceAll(/<[^>]+>/g, ''), /还没有发布的一篇/)
    const other = await fetch(`${installation.cms}${root}/privacy/`, {
      headers,
      redirect: 'manual',
    })
    assert.equal(other.status, 302)
    assert.match(other.headers.get('location') ?? '', /\/privacy\/$/)
    assert.doesNotMatch(other.headers.get('location') ?? '', /preview/)
    const { previews, currentRelease } = dataLayout(installation.dataDir)
    const pagesIn = (cwd: string) => Array.fromAsync(glob('client/**/index.html', { cwd }))
    const made = await pagesIn(join(previews, root.split('/').at(-1) ?? ''))
    const all = await pagesIn(currentRelease)
    assert.ok(made.length > 0 && made.length < all.length / 2, `${made.length} of ${all.length}`)
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

  it('is shown to no colleague who may not read such drafts, nor to an account that was shut', async () => {
    const looked = async (role: string) => {
      const headers = { cookie: await cookie(role) }
      return (await fetch(installation.cms + address, { headers })).status
    }
    const seen = await Promise.all(['publicity-reviewer', 'case-clerk', 'unit-clerk'].map(looked))
    assert.deepEqual(seen, [200, 404, 404])

    const shut = await cookie('publicity-publisher')
    const look = () => fetch(installation.cms + address, { headers: { cookie: shut } })
    assert.equal((await look()).status, 200)
    const administrator = await signIn(installation, 'administrator')
    const { email } = installation.logins.find(({ role }) => role === 'publicity-publisher')!
    const { body } = await administrator.call('GET', `/admin/users?filters[email][$eq]=${email}`)
    const [account] = (body as { data: { results: { id: number }[] } }).data.results
    const path = `/admin/users/${account?.id}`
    assert.equal((await administrator.call('PUT', path, { isActive: false })).status, 200)
    assert.equal((await look()).status, 404)
    assert.equal((await administrator.call('PUT', path, { isActive: true })).status, 200)
  })

  it('answers addresses that are none as it does those that are not there', async () => {
    const signedIn = { headers: { cookie: await cookie() } }
    const root = address.replace(/(\/admin\/preview\/[0-9a-f]{32}).*/, '$1')
    const [, name = ''] = /([0-9a-f]{32})/.exec(root) ?? []
    for (const path of [
      '/%',
      '/%e0%a4%a',
      '/%00',
      '/a%2f%00',
      '/uid',
      '/..%2fuid',
      '//uid',
      '/client/',
    ]) {
      const { status } = await fetch(installation.cms + root + path, signedIn)
      assert.ok(status === 404 || status === 400, `${path} ${status}`)
    }
    for (const other of [name.slice(1), `${name}0`, name.toUpperCase(), `${name}.content`]) {
      const { status } = await fetch(`${installation.cms}/admin/preview/${other}/`, signedIn)
      // Of other forms the desk’s own page, which shows nothing of it.
      const text = await (
        await fetch(`${installation.cms}/admin/preview/${other}/`, signedIn)
      ).text()
      assert.ok(status === 404 || !text.includes('鹭鸶'), `${other} ${status}`)
    }
  })

  it('is over after a quarter of an hour', async () => {
    const [, name = ''] = /([0-9a-f]{32})/.exec(address) ?? []
    const past = new Date(Date.now() - 15 * 60_000)
    await utimes(join(dataLayout(installation.dataDir).previews, name), past, past)
    const signedIn = { headers: { cookie: await cookie() } }
    assert.equal((await fetch(installation.cms + address, signedIn)).status, 404)
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
