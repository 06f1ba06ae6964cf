import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { readPages } from '../../support/release/built-site.ts'
import type { BuiltPage } from '../../support/release/built-site.ts'
import { buildSite } from '../../support/release/site-release.ts'
import type { SiteRelease } from '../../support/release/site-release.ts'
import { verdicts } from '../../../site/src/petition-form/triage/verdicts.ts'

let release: SiteRelease
let pages: BuiltPage[]
before(async () => {
  release = await buildSite()
  pages = await readPages(release.folder)
})
after(() => release?.remove())

const pageOf = (path: string) =>
  pages.find((page) => page.path === path)?.dom.querySelector('main') ??
  assert.fail(`no page ${path}`)
const dialled = (path: string) =>
  pageOf(path)
    .querySelectorAll('a[href^="tel:"]')
    .map((link) => [link.getAttribute('href'), link.text.trim()])

it('dials every short number that a verdict names, and leaves its words as they are', () => {
  const short = /(?<!\d)(?:11[09]|12[02]|12\d{3})(?!\d)/g
  let seen = 0
  for (const [name, { why, mind = '' }] of Object.entries(verdicts)) {
    const path = `/petition/where/${name}/`
    const numbers = [...(mind + why).matchAll(short)].map(([number]) => number)
    seen += numbers.length
    const links = dialled(path)
    for (const number of numbers) {
      assert.ok(
        links.some(([to, words]) => to === `tel:${number}` && words === number),
        `${path} ${number}`,
      )
    }
    for (const sentence of [why, mind]) assert.ok(pageOf(path).text.includes(sentence), path)
  }
  assert.ok(seen > 0)
})

it('dials the numbers of guides, in lists and tables too', () => {
  const numbers = dialled('/guides/belongs-hotline/').map(([, number]) => number)
  for (const number of ['12345', '110', '119', '120', '12315', '12333', '12348', '12393']) {
    assert.ok(numbers.includes(number), number)
  }
})

it('shows of a topic only replies that speak of the same thing, at most three', () => {
  let seen = 0
  for (const [name, { alike }] of Object.entries(verdicts)) {
    const section = pageOf(`/petition/where/${name}/`).querySelector('[aria-labelledby="answered"]')
    const shown = section?.querySelectorAll('a[href*="/notices/"]') ?? []
    assert.ok(shown.length <= 3, name)
    for (const link of shown) {
      const path = link.getAttribute('href') ?? ''
      const { dom } = pages.find((page) => page.path === path) ?? assert.fail(path)
      const words = 'topic' in alike ? (alike.words ?? []) : []
      const told = dom.querySelector('main')?.text ?? ''
      assert.ok(words.length === 0 || words.some((word) => told.includes(word)), `${name} ${path}`)
      seen += words.length
    }
  }
  assert.ok(seen > 0)
})
