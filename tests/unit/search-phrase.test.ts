import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { find, meet } from '../../site/src/search/ask/phrase.ts'
import { places } from '../../site/src/search/ask/places.ts'
import type { Posting } from '../../site/src/search/index/posting.ts'
import { fold } from '../../site/src/search/tokenise.ts'
import { ask, indexOf, page, section } from '../support/search-index.ts'

const posting = fc
  .array(fc.nat({ max: 0xffff }), { maxLength: 30, size: 'max' })
  .map((masks): Posting => {
    const blocks = Array.from(masks.keys()).filter((block) => masks[block])
    return {
      blocks: Uint32Array.from(blocks),
      masks: Uint16Array.from(blocks, (block) => masks[block] ?? 0),
    }
  })
const at = ({ blocks, masks }: Posting) =>
  new Set(
    Array.from(blocks).flatMap((block, nth) =>
      Array.from({ length: 16 }, (_, bit) => bit)
        .filter((bit) => ((masks[nth] ?? 0) >> bit) & 1)
        .map((bit) => block * 16 + bit),
    ),
  )

describe('where phrases may stand', () => {
  it('is where one part stands and the other so far behind it, modulo 16', () => {
    fc.assert(
      fc.property(posting, posting, fc.nat({ max: 40 }), (a, b, offset) => {
        const behind = at(b)
        const expected = [...at(a)].filter((place) =>
          behind.has(place - (place % 16) + ((place + offset) % 16)),
        )
        assert.deepEqual([...at(meet(a, b, offset))], expected)
      }),
    )
  })

  it('tells blocks with a phrase from those with its parts, headings and whole words', async () => {
    const index = await indexOf([
      page('a', { sections: [section('信访人', '信访'), section('人访信')] }),
      page('b', { title: 'gb信访', sections: [section('rgb')] }),
    ])
    const pages = async (phrase: string) => {
      const { all, heading, whole } = await find(index, Array.from(phrase))
      return [all, heading, whole].map(({ blocks }) => Array.from(blocks, index.pageOf))
    }
    assert.deepEqual(await pages('信访'), [[0, 1], [0], [0, 1]])
    assert.deepEqual(await pages('信访人'), [[0], [], [0]])
    assert.deepEqual(await pages('gb'), [[1, 1], [], [1]])
    assert.deepEqual(await pages('访信访'), [[], [], []])
  })

  it('in a text are its occurrences, none over another', () => {
    const text = fc.string({ unit: fc.constantFrom('信', '访'), maxLength: 12 })
    fc.assert(
      fc.property(text, text, (whole, part) => {
        const expected = part
          ? [...whole.matchAll(new RegExp(part, 'g'))].map(({ index }) => index)
          : []
        assert.deepEqual(places(fold(whole, new Map()), Array.from(part)), expected)
      }),
    )
  })
})

/** Pages from the worst to the best: the newest first, so that their order must be earned. */
async function order(query: string, parts: Record<string, Parameters<typeof page>[1]>) {
  const pages = Object.entries(parts).map(([name, part], nth) =>
    page(name, { date: `2026-01-${20 - nth}`, ...part }),
  )
  return (await ask(await indexOf(pages), query)).names
}

describe('the order of results', () => {
  /** Paragraphs so long that each is fetched by itself. */
  const long = (text: string) => text.padEnd(899, '文')
  const far = long('')

  it('has the exact title first, then titles, then exact headings, then the rest', async () => {
    const names = await order('复查', {
      text: { sections: [section('复查复查复查复查', '怎样复查')] },
      heading: { sections: [section('期限', '复查')] },
      title: { title: '怎样申请复查' },
      exact: { title: '复查' },
    })
    assert.deepEqual(names, ['exact', 'title', 'heading', 'text'])
  })

  it('has phrases in one place before those in neighbouring places and those far apart', async () => {
    const names = await order('噪声 工地', {
      far: { sections: [section(`${long('工地')}\n${far}\n${long('噪声')}`)] },
      neighbouring: { sections: [section(`${long('工地')}\n${long('噪声')}\n${far}`)] },
      together: { sections: [section(`${far}\n${long('工地，还有噪声')}\n${far}`)] },
    })
    assert.deepEqual(names, ['together', 'neighbouring', 'far'])
  })

  it('has whole Latin words and numbers before those that are cut, even in titles', async () => {
    for (const word of ['gb', '123']) {
      const names = await order(word, {
        cut: { title: `7${word}7` },
        begun: { sections: [section(`见${word}9`)] },
        whole: { sections: [section(`见${word}号`)] },
      })
      assert.deepEqual(names, ['whole', 'cut', 'begun'])
    }
  })

  it('has numbers as they were typed before other spellings in the same place', async () => {
    const parts = {
      otherText: { sections: [section('见第三十四条')] },
      text: { sections: [section('见第34条')] },
      otherHeading: { sections: [section('期限', '第三十四条')] },
      heading: { sections: [section('期限', '第34条')] },
    }
    const names = await order('第34条', parts)
    assert.deepEqual(names, ['heading', 'otherHeading', 'text', 'otherText'])
  })

  it('has pages that say it more often, and shorter ones, first', async () => {
    const names = await order('欠薪', {
      long: { sections: [section(`欠薪，欠薪\n${far}\n${far}`)] },
      once: { sections: [section('欠薪。')] },
      twice: { sections: [section('欠薪，欠薪')] },
    })
    assert.deepEqual(names, ['twice', 'once', 'long'])
  })

  it('has the newest first where all else is the same, and undated ones last', async () => {
    const alike = { title: '欠薪' }
    const names = await order('欠薪', {
      undated: { ...alike, date: null },
      old: { ...alike, date: '2020-05-01' },
      new: { ...alike, date: '2026-05-01' },
    })
    assert.deepEqual(names, ['new', 'old', 'undated'])
  })

  it('counts a page once, however many spellings and places it has', async () => {
    const text = '第34条，第三十四条，第34条'
    const names = await order('第34条', {
      a: { title: text, sections: [section(text, text), section(`${far}\n${text}`)] },
    })
    assert.deepEqual(names, ['a'])
  })
})
