import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Document } from '@portal/content/schema/entries/collections'
import fc from 'fast-check'
import { pages } from '../../../site/src/library/paging.ts'
import { articleAnchor, articleRange } from '../../../site/src/library/regulation.ts'
import { materialByArticle } from '../../../site/src/library/related.ts'
import { breakableWords } from '../../../site/src/text/breakable-words.ts'
import { duration, playerClock } from '../../../site/src/time/duration.ts'
import { longDay, shanghaiMinute } from '../../../content/calendar/wording.ts'
import { shanghaiDay } from '../../../content/calendar/day.ts'

function notice(slug: string, part: Partial<Document<'notices'>['data']>): Document<'notices'> {
  const data = {
    publishedAt: '2026-01-01T09:00:00+08:00',
    category: 'claim',
    unit: 'u',
    articles: [],
    ...part,
  }
  return { slug, data, body: '' } as unknown as Document<'notices'>
}

describe('days', () => {
  it('are those of Shanghai, whatever zone the moment was written in', () => {
    assert.equal(shanghaiDay('2026-02-28T16:30:00Z'), '2026-03-01')
    assert.equal(shanghaiMinute('2026-03-01T00:30:00+08:00'), '2026-03-01 00:30')
  })

  it('are written as people read them', () => {
    assert.equal(longDay('2026-03-01'), '2026年3月1日')
    assert.equal(duration(65), '1分05秒')
    assert.equal(playerClock(65), '1:05')
  })
})

describe('articles', () => {
  it('have an address of their own, inserted ones too', () => {
    assert.equal(articleAnchor({ number: 34, insertion: 0 }), 'article-34')
    assert.equal(articleAnchor({ number: 120, insertion: 1 }), 'article-120-1')
  })

  it('are told as a range below their heading', () => {
    const article = (label: string) => ({
      number: 1,
      insertion: 0,
      label,
      paragraphs: [],
      guide: '',
      phrasings: [],
    })
    assert.equal(articleRange([article('第一条'), article('第六条')]), '第一条至第六条')
    assert.equal(articleRange([article('第一条')]), '第一条')
    assert.equal(articleRange([]), '')
  })

  it('gather what speaks of them; a film by its chapters, once', () => {
    const film = {
      slug: 'film',
      data: { chapters: [{ article: 34 }, { article: 34 }, { article: null }] },
      body: '',
    } as unknown as Document<'videos'>
    const one = notice('one', { articles: [34, 35] })
    const found = materialByArticle({ guides: [], essays: [], videos: [film], notices: [one] })
    assert.deepEqual(found.get(34)?.videos, [film])
    assert.deepEqual(found.get(35)?.notices, [one])
    assert.equal(found.get(36), undefined)
  })
})

describe('pages of a list', () => {
  const list = fc.record({ count: fc.nat(200), size: fc.integer({ min: 1, max: 20 }) })
  const numbersTo = (count: number) => Array.from({ length: count }, (_, at) => count - at)

  it('hold every entry once, in order, the newest page one to two pages full', () => {
    fc.assert(
      fc.property(list, ({ count, size }) => {
        const [newest, ...others] = pages('/notices/', numbersTo(count), size)
        assert.ok(newest && newest.entries.length < 2 * size)
        assert.deepEqual(
          [newest, ...others].flatMap((page) => page.entries),
          numbersTo(count),
        )
        assert.ok(others.every(({ entries }) => entries.length === size))
      }),
    )
  })

  it('are numbered from the oldest: one more entry changes none of them but the newest two', () => {
    fc.assert(
      fc.property(list, ({ count, size }) => {
        const cut = (entries: number) => {
          const [newest, ...others] = pages('/notices/', numbersTo(entries), size)
          return { newest, settled: others.toReversed() }
        }
        const [before, after] = [cut(count), cut(count + 1)]
        const same = before.settled.slice(0, -1)
        assert.deepEqual(after.settled.slice(0, same.length), same)
        assert.deepEqual(
          before.settled.map(({ entries }) => entries),
          after.settled.slice(0, before.settled.length).map(({ entries }) => entries),
        )
      }),
    )
  })

  it('lead to their neighbours, from the list itself to the first', () => {
    const [newest, second, first] = pages('/notices/', numbersTo(9), 3)
    assert.deepEqual(
      [newest?.number, newest?.newer, newest?.older],
      [undefined, undefined, '/notices/page/2/'],
    )
    assert.deepEqual(
      [second?.number, second?.newer, second?.older],
      [2, '/notices/', '/notices/page/1/'],
    )
    assert.deepEqual(
      [first?.number, first?.newer, first?.older],
      [1, '/notices/page/2/', undefined],
    )
  })
})

describe('a title', () => {
  it('breaks between words, never before a closing mark, after an opening one or inside a dash', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'信访工作条例，。“”（）—ab1') }), (text) => {
        const words = breakableWords(text)
        assert.equal(words.join(''), text)
        for (const word of words.slice(1)) assert.doesNotMatch(word, /^[，。”）]/)
        for (const word of words.slice(0, -1)) assert.doesNotMatch(word, /[“（—]$/)
      }),
    )
  })
})
