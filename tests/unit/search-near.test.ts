import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { pairsOf, withoutAsking } from '../../site/src/search/ask/near.ts'
import type { Index } from '../../site/src/search/ask/open-index.ts'
import { otherWords } from '../../site/src/search/ask/synonyms.ts'
import { ask, indexOf, page, section } from '../support/search-index.ts'

const synonyms = [
  ['欠薪', '拖欠工资', '讨薪'],
  ['低保', '最低生活保障'],
  ['工资', '薪水'],
]
let index: Index
before(async () => {
  index = await indexOf(
    [
      page('wages', { title: '拖欠工资的处理', sections: [section('施工单位拖欠工人工资')] }),
      page('pay', { sections: [section('年底讨薪')] }),
      page('noise', { title: '夜间施工噪声', sections: [section('工地夜间施工，噪声扰民')] }),
      page('support', { sections: [section('最低生活保障的标准是多少')] }),
    ],
    synonyms,
  )
})

describe('the same in other words', () => {
  it('is looked for when the words themselves are nowhere, and the words are named', async () => {
    const { way, words, names } = await ask(index, '欠薪')
    assert.equal(way, 'synonym')
    assert.deepEqual([...words].sort(), ['拖欠工资', '讨薪'].sort())
    assert.deepEqual(names.sort(), ['pay', 'wages'])
  })

  it('names only those words that were found', async () => {
    assert.deepEqual((await ask(index, '欠薪 年底')).words, ['讨薪'])
    assert.deepEqual(await ask(index, '低保标准'), { way: 'none', words: [], names: [], total: 0 })
    assert.deepEqual((await ask(index, '低保的标准')).words, ['最低生活保障'])
  })

  it('is not looked for when the words themselves stand somewhere', async () => {
    const { way, words, names } = await ask(index, '讨薪')
    assert.deepEqual({ way, words, names }, { way: 'exact', words: [], names: ['pay'] })
  })

  it('changes one word of a query at a time, longer ones first', () => {
    assert.deepEqual(
      otherWords('拖欠工资 低保', synonyms, (word) => word),
      [
        { query: '欠薪 低保', word: '欠薪' },
        { query: '讨薪 低保', word: '讨薪' },
        { query: '拖欠工资 最低生活保障', word: '最低生活保障' },
        { query: '拖欠薪水 低保', word: '薪水' },
      ],
    )
  })

  it('says nothing shorter that is already said, and no more than eight things', () => {
    assert.deepEqual(
      otherWords('申请复查', [['复查', '申请复查']], (word) => word),
      [{ query: '申请申请复查', word: '申请复查' }],
    )
    assert.deepEqual(
      otherWords('信访', synonyms, (word) => word),
      [],
    )
    const many = Array.from({ length: 12 }, (_, at) => `词${at}词`)
    assert.equal(otherWords('词0词', [many], (word) => word).length, 8)
  })
})

describe('a question', () => {
  const asked: [question: string, about: string][] = [
    ['拖欠工资怎么办', '拖欠工资'],
    ['请问低保多少', '低保'],
    ['为什么噪声没有人管呢', '噪声没有人管'],
    ['怎么办？', '？'],
    ['复查', '复查'],
  ]
  for (const [question, about] of asked) {
    it(`${question} is about ${about}`, () => assert.equal(withoutAsking(question), about))
  }

  it('finds what it is about, and says that this is not all of it', async () => {
    const { way, names } = await ask(index, '施工噪声怎么办')
    assert.deepEqual({ way, names }, { way: 'near', names: ['noise'] })
  })

  it('that stands somewhere word for word is found like anything else', async () => {
    const { way, names } = await ask(index, '标准是多少')
    assert.deepEqual({ way, names }, { way: 'exact', names: ['support'] })
  })
})

describe('what is nearly said', () => {
  it('is found by the greater part of its pairs, and called near', async () => {
    const { way, words, names, total } = await ask(index, '夜间施工噪声很大')
    assert.deepEqual(
      { way, words, names, total },
      {
        ...{ way: 'near', words: [], names: ['noise'], total: 1 },
      },
    )
  })

  it('has the page that has more of it first', async () => {
    const pages = [
      page('less', { date: '2026-01-02', sections: [section('凌晨浇筑混凝土')] }),
      page('more', { date: '2026-01-01', sections: [section('凌晨浇筑混凝土扰民')] }),
      page('other', { sections: [section('别的事')] }),
    ]
    const { way, names } = await ask(await indexOf(pages), '凌晨浇筑混凝土扰民吗吧')
    assert.deepEqual({ way, names }, { way: 'near', names: ['more', 'less'] })
  })

  it('is nothing for nonsense, and not for a single pair in common', async () => {
    for (const query of ['量子纠缠态', 'qwrtp', '噪声量子纠缠', '噪声量子纠缠施工', '龘靐']) {
      assert.deepEqual(
        await ask(index, query),
        { way: 'none', words: [], names: [], total: 0 },
        query,
      )
    }
  })

  it('is nothing where a page has one rare pair and none of the common ones', async () => {
    const common = Array.from({ length: 9 }, (_, nth) => page(`p${nth}`, { title: '工资' }))
    const { way } = await ask(await indexOf([page('a', { title: '欠工' }), ...common]), '欠工资')
    assert.equal(way, 'none')
  })

  it('is told from its pairs, each once, within phrases only', () => {
    const pairs = pairsOf([['信', '访', '信', '访'], ['人']])
    assert.deepEqual(
      pairs.map((pair) => pair.join('')),
      ['信访', '访信'],
    )
  })
})

describe('traditional characters that stand nowhere', () => {
  it('are read as the simplified ones that do', async () => {
    assert.deepEqual((await ask(index, '夜間施工噪聲')).names, ['noise'])
    assert.equal((await ask(index, '夜間施工噪聲')).way, 'exact')
    assert.deepEqual((await ask(index, '討薪')).names, ['pay'])
  })

  it('change nothing where those stand nowhere either', async () => {
    assert.equal((await ask(index, '鐵路')).way, 'none')
  })

  it('find simplified and traditional texts alike, either way asked', async () => {
    const both = await indexOf([
      page('old', { sections: [section('信訪條例')] }),
      page('new', { sections: [section('信访条例')] }),
    ])
    for (const query of ['信訪條例', '信访条例', '信訪条例']) {
      assert.deepEqual((await ask(both, query)).names.sort(), ['new', 'old'], query)
    }
  })
})
