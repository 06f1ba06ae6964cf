import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { alike } from '../../../site/src/search/suggest/homophones.ts'
import { suggester } from '../../../site/src/search/suggest/suggest.ts'
import { sounds, suggestionTerms } from '../../../site/src/search/suggest/build-terms.ts'

const titles = [
  '信访工作条例',
  '噪声扰民，谁来管',
  '某工地凌晨施工噪声的查处结果',
  '在信访岗位的九十天',
  '打工受伤请不起律师，法律援助来帮忙',
]
const words = ['信访', '信访条例', '工资', '拖欠工资', '宅基地', '复查', '12345热线', '中心']
const terms = suggestionTerms({ titles, words })
const suggest = suggester(terms)
const table = sounds()
const resemble = alike(terms, table)

describe('suggestions for typed text', () => {
  it('show first what begins with it, then what contains it; words before titles', () => {
    assert.deepEqual(suggest('信访'), ['信访', '信访条例', '信访工作条例', '在信访岗位的九十天'])
  })

  it('ignore marks and spaces, and find several words apart', () => {
    assert.deepEqual(suggest('“噪声”'), ['噪声扰民，谁来管', '某工地凌晨施工噪声的查处结果'])
    assert.deepEqual(suggest('工地 噪声'), ['某工地凌晨施工噪声的查处结果'])
  })

  it('follow what was typed with something left out between', () => {
    assert.deepEqual(suggest('信作条'), ['信访工作条例'])
    assert.ok(suggest('信访条例').includes('信访工作条例'))
  })

  it('are none for nothing, for marks, and for what is nowhere', () => {
    for (const typed of ['', '  ', '，。？', '😀', '量子', 'qqq']) {
      assert.deepEqual(suggest(typed), [], typed)
    }
  })
})

describe('suggestions for typed pinyin', () => {
  it('take it whole, begun, spaced and mixed with characters', () => {
    for (const typed of ['xinfang', 'xinf', 'xin fang', "xin'fang", '信fang', 'xin访']) {
      assert.equal(suggest(typed)[0], '信访', typed)
    }
    assert.equal(suggest('gongzi')[0], '工资')
    assert.ok(suggest('gongzi').includes('拖欠工资'))
  })

  it('take full width, capitals, tone marks, and v for ü', () => {
    for (const typed of ['ＸＩＮＦＡＮＧ', 'XinFang', 'xìnfǎng', 'xìnfǎng'.normalize('NFD')]) {
      assert.equal(suggest(typed)[0], '信访', typed)
    }
    for (const typed of ['lvshi', 'lüshi', 'lǜshī', 'LÜSHI']) {
      assert.deepEqual(suggest(typed), ['打工受伤请不起律师，法律援助来帮忙'], typed)
    }
  })

  it('take initials: side by side first, then with others between', () => {
    assert.deepEqual(suggest('xftl'), ['信访条例', '信访工作条例'])
    assert.equal(suggest('fc')[0], '复查')
    assert.ok(suggest('zsrm').includes('噪声扰民，谁来管'))
    assert.ok(suggest('zs').includes('某工地凌晨施工噪声的查处结果'))
  })

  it('read a character as its neighbours say', () => {
    const [[, syllables] = []] = suggestionTerms({ titles: [], words: ['重复银行行业'] })
    assert.equal(syllables, 'chong fu yin hang hang ye')
  })

  it('forgive what ears and fingers mix up, where nothing else is meant', () => {
    assert.equal(suggest('xingfang')[0], '信访')
    assert.equal(suggest('xinfagn')[0], '信访')
    assert.equal(suggest('zaijidi')[0], '宅基地')
    assert.equal(suggest('zongxin')[0], '中心')
  })
})

describe('suggestions for Chinese that nothing contains', () => {
  it('sound the same', () => {
    assert.equal(resemble('信仿')[0], '信访')
    assert.equal(resemble('工姿')[0], '工资')
    assert.deepEqual(resemble('信仿工做条立'), ['信访工作条例'])
    assert.deepEqual(resemble('噪生'), ['噪声扰民，谁来管', '某工地凌晨施工噪声的查处结果'])
  })

  it('sound nearly the same', () => {
    assert.deepEqual(resemble('在基地'), ['宅基地'])
  })

  it('differ in one character: wrong, too many, left out, swapped', () => {
    for (const typed of ['信访工作条倒', '信访的工作条例', '访工作条例', '信访作工条例']) {
      assert.ok(resemble(typed).includes('信访工作条例'), typed)
    }
  })

  it('are none for one character, and none for what only goes on', () => {
    assert.deepEqual(resemble('仿'), [])
    assert.deepEqual(resemble('信访工作条例的实施'), [])
    assert.deepEqual(resemble('宅基地好'), [])
  })
})

describe('suggestions, whatever is given', () => {
  const common = [...new Set(Object.values(table).join(''))]
  const han = fc.constantFrom(...common)
  const other = fc.constantFrom('a', 'Z', 'é', '７', '，', '（', ' ', '·', 'ü', '㐂', '𠮷', '😀')
  const text = fc
    .tuple(han, fc.array(fc.oneof({ weight: 4, arbitrary: han }, other), { maxLength: 30 }))
    .map(([first, rest]) => first + rest.join(''))
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 500 }),
    fc.string({ unit: 'grapheme-ascii', maxLength: 500 }),
    fc
      .array(fc.oneof(han, fc.constantFrom(...Object.keys(table), 'x', ' ')), { maxLength: 120 })
      .map((parts) => parts.join('').slice(0, 500)),
    fc.constantFrom('a', 'xf', '信访', 'zh').map((part) => part.repeat(500 / part.length)),
  )

  it('never fail and are at most eight different texts', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), typed, (texts, given) => {
        const some = suggestionTerms({ titles: texts, words })
        for (const found of [suggester(some)(given), alike(some, table)(given)]) {
          assert.ok(found.length <= 8)
          assert.equal(new Set(found).size, found.length)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('hold every term for its own text, full pinyin and initials', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (texts) => {
        const some = suggestionTerms({ titles: texts, words: [] })
        const find = suggester(some)
        for (const [own, syllables] of some) {
          const parts = syllables.split(' ')
          const initials = parts.map((part) => [...part][0]).join('')
          for (const given of [own, syllables, parts.join(''), initials]) {
            assert.ok(find(given).includes(own), `${own} for ${given}`)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
