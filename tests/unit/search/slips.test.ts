import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { corrector } from '../../../site/src/search/query/typos.ts'
import { finder } from '../../../site/src/search/suggest/load.ts'
import { sounds, suggestionTerms } from '../../../site/src/search/suggest/build-terms.ts'

describe('a slip in a question', () => {
  const terms = suggestionTerms({
    titles: ['随女儿在外省住院没能直接结算，补备案后报销到账'],
    words: ['拖欠工资', '公租房'],
  })
  const read = async (name: string) => (name === 'sounds.json' ? sounds() : terms)
  const correct = corrector(finder(read), read)
  const known = new Set(['拖欠', '工资', '上学', '没有'])
  const meant = (query: string) => correct(query, async (pair) => known.has(pair))

  it('is put right by what sounds the same, and pinyin is read', async () => {
    assert.deepEqual(await meant('拖欠公资'), ['拖欠工资'])
    assert.deepEqual(await meant('gongzufang'), ['公租房'])
    assert.deepEqual(await meant('tuoqian gongzufang'), ['拖欠工资 公租房'])
  })

  it('is none where two words only stand next to each other in some title', async () => {
    assert.deepEqual(await meant('上学太远没有车'), ['上学太远没有车'])
  })

  it('is sought in the beginning of what is very long', async () => {
    let looks = 0
    await correct('字'.repeat(500), async () => {
      looks += 1
      return true
    })
    assert.equal(looks, 39)
  })
})
