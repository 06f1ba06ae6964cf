import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readRequest } from '../../../cms/src/casework/routes/case/action-request.ts'
import { citationText, citedIn } from '../../../cms/src/contracts/papers/citation.ts'
import {
  type Citation,
  composeOpinion,
  countCharacters,
  opinionSteps,
  partOrder,
} from '../../../cms/src/contracts/papers/opinion.ts'

const cite = (law: string, article: string, paragraph: number | null, item: number | null) => ({
  law,
  article,
  paragraph,
  item,
})
const text = fc.string({ unit: 'grapheme', minLength: 1 })
const parts = fc.record({
  request: text,
  facts: text,
  opinion: text,
  basis: text,
  citations: fc.constant<Citation[]>([]),
})

describe('the one text of an opinion', () => {
  it('has every character of its parts, in their order, each under its heading', () => {
    fc.assert(
      fc.property(fc.constantFrom(...opinionSteps), parts, (step, written) => {
        const composed = composeOpinion(step, written)
        let from = 0
        for (const part of partOrder) {
          const at = composed.indexOf(`\n${written[part]}`, from)
          assert.ok(at >= from, `${part} is not there`)
          from = at + written[part].length
        }
        const own = partOrder.reduce((sum, part) => sum + written[part].length, 0)
        const bare = { ...written, request: '', facts: '', opinion: '', basis: '' }
        assert.equal(composed.length, composeOpinion(step, bare).length + own)
      }),
    )
  })

  it('is made by the desk of the parts, whatever a page says', () => {
    fc.assert(
      fc.property(parts, (written) => {
        const trimmed = Object.fromEntries(
          Object.entries(written).map(([name, value]) => [
            name,
            typeof value === 'string' ? value.trim() : value,
          ]),
        ) as typeof written
        const asked = readRequest({ kind: 'reply', text: '别的', parts: written })
        assert.equal(asked?.kind === 'reply' && asked.text, composeOpinion('reply', trimmed))
      }),
    )
  })

  it('is called as its step is', () => {
    const written = { request: '甲', facts: '乙', opinion: '丙', basis: '丁', citations: [] }
    assert.equal(
      composeOpinion('reply', written),
      '一、诉求\n甲\n\n二、事实和理由\n乙\n\n三、处理意见\n丙\n\n四、法律依据\n丁',
    )
    assert.match(composeOpinion('review', written), /一、复查请求\n甲[\s\S]*三、复查意见\n丙/)
    assert.match(composeOpinion('re-review', written), /三、复核意见/)
  })

  it('is counted as a reader counts', () => {
    assert.equal(countCharacters('路灯 坏了。\n𠮷'), 6)
  })
})

describe('a citation', () => {
  it('is written as legal texts write it', () => {
    const words: [ReturnType<typeof cite>, string][] = [
      [cite('信访工作条例', '第三十二条', 1, null), '《信访工作条例》第三十二条第一款'],
      [cite('信访工作条例', '第三十一条', null, 6), '《信访工作条例》第三十一条第六项'],
      [
        cite('《某某办法》', '第一百二十条之一', 12, 2),
        '《某某办法》第一百二十条之一第十二款第二项',
      ],
      [cite('某某办法', '第五条', null, null), '《某某办法》第五条'],
    ]
    for (const [one, written] of words) assert.equal(citationText(one), written)
  })

  it('is kept while it stands in the text, and once', () => {
    const first = cite('信访工作条例', '第三十二条', 1, null)
    const second = cite('信访工作条例', '第三十五条', null, null)
    const basis = '依据《信访工作条例》第三十二条第一款的规定。'
    assert.deepEqual(citedIn(basis, [first, second, first]), [first])
  })
})
