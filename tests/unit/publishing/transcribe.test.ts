import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readLibrary } from '@portal/content/entry/library'
import { readParagraphs } from '@portal/content/law/structure/paragraphs'
import fc from 'fast-check'
import { checkEntry } from '../../../cms/src/publishing/gate/check-entry.ts'
import { publicationOf } from '../../../cms/src/publishing/transcribe/publications.ts'
import {
  campaignToContent,
  campaignToDesk,
} from '../../../cms/src/publishing/transcribe/campaign.ts'
import { essayToContent, essayToDesk } from '../../../cms/src/publishing/transcribe/essay.ts'
import type { DeskEntry, StoredFields } from '../../../cms/src/strapi/stored-fields.ts'
import { guideToContent, guideToDesk } from '../../../cms/src/publishing/transcribe/guide.ts'
import { noticeToContent, noticeToDesk } from '../../../cms/src/publishing/transcribe/notice.ts'
import { regionToContent, regionToDesk } from '../../../cms/src/publishing/transcribe/place.ts'
import {
  receptionToContent,
  receptionToDesk,
} from '../../../cms/src/publishing/transcribe/reception.ts'
import {
  paragraphsToLines,
  regulationToContent,
  regulationToDesk,
} from '../../../cms/src/publishing/transcribe/regulation.ts'
import {
  settingsToContent,
  settingsToDesk,
} from '../../../cms/src/publishing/transcribe/settings.ts'
import { synonymToContent, synonymToDesk } from '../../../cms/src/publishing/transcribe/synonym.ts'
import { videoToContent, videoToDesk } from '../../../cms/src/publishing/transcribe/video.ts'

const content = fileURLToPath(new URL('../../../content', import.meta.url))

/** A desk entry as Strapi would give it back, files and links filled in. */
function stored({ fields, files, links, parts = {} }: DeskEntry): StoredFields {
  const uploaded = (given: DeskEntry['files']) =>
    Object.entries(given).map(([field, { path, alt }]) => [
      field,
      { url: `/uploads/${path.slice('media/'.length)}`, alternativeText: alt },
    ])
  const relations = Object.entries(links).map(([field, link]) => [
    field,
    Array.isArray(link) ? link.map(({ slug }) => ({ slug })) : { slug: link.slug },
  ])
  const components = Object.entries(parts).map(([field, rows]) => [
    field,
    rows.map((row) => ({ ...row.fields, ...Object.fromEntries(uploaded(row.files)) })),
  ])
  return { ...fields, ...Object.fromEntries([...uploaded(files), ...relations, ...components]) }
}

describe('what goes into the CMS comes out the same', async () => {
  const library = await readLibrary(content)

  it('for every bundled document', () => {
    for (const entry of library.essays) {
      assert.deepEqual(essayToContent(stored(essayToDesk(entry))), entry.data)
    }
    for (const entry of library.guides) {
      assert.deepEqual(guideToContent(stored(guideToDesk(entry))), entry.data)
    }
    for (const entry of library.notices) {
      assert.deepEqual(noticeToContent(stored(noticeToDesk(entry))), entry.data)
    }
    for (const entry of library.videos) {
      assert.deepEqual(videoToContent(stored(videoToDesk(entry))), entry.data)
    }
    for (const entry of library.campaigns) {
      assert.deepEqual(campaignToContent(stored(campaignToDesk(entry))), entry.data)
    }
  })

  it('for the point of a cover that must stay in sight', () => {
    const [essay] = library.essays.filter(({ data }) => data.cover)
    assert.ok(essay?.data.cover)
    const row = stored(essayToDesk(essay))
    const cover = { ...(row.cover as object), focalPoint: { x: 30, y: 45.5 } }
    const { cover: shown } = essayToContent({ ...row, cover })
    assert.deepEqual(shown, { ...essay.data.cover, focus: { x: 0.3, y: 0.455 } })
  })

  it('for regulations, lists and settings', () => {
    for (const entry of library.regulations) {
      assert.deepEqual(regulationToContent(stored(regulationToDesk(entry))), entry)
    }
    for (const entry of library.regions) {
      assert.deepEqual(regionToContent(stored(regionToDesk(entry))), entry)
    }
    for (const entry of library.reception) {
      assert.deepEqual(receptionToContent(stored(receptionToDesk(entry))), entry)
    }
    for (const entry of library.synonyms) {
      assert.deepEqual(synonymToContent(stored(synonymToDesk(entry))), entry)
    }
    assert.deepEqual(settingsToContent(settingsToDesk(library.settings)), library.settings)
  })

  it('for paragraphs, items and sub-items as lines', () => {
    const words = fc.stringMatching(/^[一-龥]{1,8}。$/)
    const numeral = fc.constantFrom('一', '二', '十', '十二')
    const item = fc.record({
      label: numeral.map((n) => `（${n}）`),
      text: words,
      subitems: fc.array(fc.record({ label: fc.nat(20).map((n) => `${n}.`), text: words }), {
        maxLength: 2,
      }),
    })
    const paragraph = fc.record({ text: words, items: fc.array(item, { maxLength: 3 }) })
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 4 }), (paragraphs) => {
        const plain = JSON.parse(JSON.stringify(paragraphs))
        assert.deepEqual(readParagraphs(paragraphsToLines(plain), true), plain)
      }),
    )
  })
})

describe('the gate before publishing', () => {
  const essays = publicationOf('api::essay.essay')
  assert.ok(essays)
  const sound: StoredFields = {
    title: '一篇征文',
    summary: '摘要',
    source: '本局',
    publicationTime: '2026-11-22T01:00:00.000Z',
    series: '主题征文',
    demonstration: false,
    body: '正文。',
  }

  it('lets a sound entry through, with the time on the office clock', async () => {
    const gated = await checkEntry(essays, sound)
    assert.ok(gated.ok)
    assert.equal((gated.data as { publishedAt: string }).publishedAt, '2026-11-22T09:00:00+08:00')
  })

  it('names the field that is wrong', async () => {
    const gated = await checkEntry(essays, { ...sound, articles: '22，第三十四条', summary: '' })
    assert.ok(!gated.ok)
    assert.deepEqual(
      gated.faults.map(({ field }) => field),
      ['summary', 'articles.1'],
    )
    const blank = await checkEntry(essays, { ...sound, body: ' \n ' })
    assert.deepEqual(blank, { ok: false, faults: [{ field: 'body', problem: '还没有写正文' }] })
  })
})
