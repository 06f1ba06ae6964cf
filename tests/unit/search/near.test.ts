import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Engine } from '../../../site/src/search/engine/engine.ts'
import { withoutAsking } from '../../../site/src/search/query/question-words.ts'
import { otherWords } from '../../../site/src/search/query/synonyms.ts'
import {
  allHits,
  ask,
  indexOf,
  page,
  section,
  results,
} from '../../support/release/search-index.ts'

const synonyms = [
  ['欠薪', '拖欠工资', '讨薪'],
  ['低保', '最低生活保障'],
  ['工资', '薪水'],
]
let index: Engine
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
  it('is found when the words themselves are nowhere, and the words are named', async () => {
    const { way, words, names } = await ask(index, '欠薪')
    assert.equal(way, 'synonym')
    assert.deepEqual([...words].sort(), ['拖欠工资', '讨薪'].sort())
    assert.deepEqual(names.sort(), ['pay', 'wages'])
  })

  it('names only those words that were found', async () => {
    assert.deepEqual((await ask(index, '欠薪 年底')).words, ['讨薪'])
    assert.deepEqual((await ask(index, '低保的标准')).words, ['最低生活保障'])
  })

  it('stands beside what was found as typed', async () => {
    const { way, names, alike } = await ask(index, '讨薪')
    assert.deepEqual({ way, names, alike }, { way: 'exact', names: ['pay'], alike: ['wages'] })
  })

  it('is told for each word of a group that stands in a run, longer ones first', () => {
    const words = (text: string) =>
      otherWords(Array.from(text), synonyms).map(({ from, to, word }) => `${from}-${to} ${word}`)
    assert.deepEqual(words('请问拖欠工资'), ['2-6 欠薪', '2-6 讨薪', '4-6 薪水'])
    assert.deepEqual(words('信访'), [])
    assert.deepEqual(otherWords(['申', '请', '复', '查'], [['复查', '申请复查']]), [
      { from: 2, to: 4, word: '申请复查' },
    ])
  })

  it('does not depend on capitals', async () => {
    const etc = await indexOf([page('a', { title: '通行卡' })], [['通行卡', 'ETC卡']])
    for (const query of ['ETC卡', 'etc卡', 'ＥＴＣ卡']) {
      assert.deepEqual((await ask(etc, query)).names, ['a'], query)
    }
  })
})

describe('a question', () => {
  const asked: [question: string, about: string][] = [
    ['拖欠工资怎么办', '拖欠工资'],
    ['请问低保多少', '低保'],
    ['为什么噪声没人管呢', '噪声没人管'],
    ['老板不给工资咋整', '老板 工资'],
    ['公租房啥时候轮到我', '公租房 轮'],
    ['了解政策的目的', '了解政策 目的'],
    ['怎么办？', '？'],
    ['复查', '复查'],
  ]
  for (const [question, about] of asked) {
    it(`${question} is about ${about}`, () => assert.equal(withoutAsking(question), about))
  }

  it('finds what it is about, and says that this is not all of it', async () => {
    const { way, names } = await ask(index, '施工噪声怎么办')
    assert.deepEqual({ way, first: names[0] }, { way: 'near', first: 'noise' })
  })

  it('is about its other words before those that ask, which still tell pages apart', async () => {
    const pages = [
      page('track', { known: ['我的信到哪了'], sections: [section('怎样查信访')] }),
      page('rights', { title: '信访人的权利', date: '2026-01-03' }),
      page('rest', { title: '信访的程序', date: '2026-01-04' }),
    ]
    const { way, names } = await ask(await indexOf(pages), '我的信访到哪了')
    assert.deepEqual({ way, first: names[0] }, { way: 'near', first: 'track' })
  })

  it('that stands somewhere word for word is found like anything else', async () => {
    const { way, names } = await ask(index, '标准是多少')
    assert.deepEqual({ way, names }, { way: 'exact', names: ['support'] })
  })
})

describe('what is nearly said', () => {
  it('is found by the greater part of its words, and called near', async () => {
    const { way, words, names } = await ask(index, '夜间施工噪声很大')
    assert.deepEqual({ way, words, name: names[0] }, { way: 'near', words: [], name: 'noise' })
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

  it('weighs a title more than a text, and what people ask for more than what a text says', async () => {
    const pages = [
      page('text', { date: '2026-03-03', sections: [section('广场上有人跳舞，声音太吵')] }),
      page('asked', { date: '2026-03-02', known: ['跳舞太吵'] }),
      page('other', { date: '2026-03-01', title: '别的事' }),
    ]
    const { names } = await ask(await indexOf(pages), '跳舞太吵怎么办')
    assert.deepEqual(names, ['asked', 'text'])
  })

  it('is nothing for nonsense', async () => {
    for (const query of ['量子纠缠态', 'qwrtp', '龘靐']) {
      const { way, names } = await ask(index, query)
      assert.deepEqual({ way, names }, { way: 'none', names: [] }, query)
    }
  })

  it('is what was meant only where much of that is found', async () => {
    const meant = async (other: string) =>
      (await ask(index, '量子纠缠', { correct: async () => [other] })).instead
    assert.equal(await meant('夜间施工量子纠缠'), null)
    assert.equal(await meant('夜间施工噪声'), '夜间施工噪声')
  })

  it('is called unsure where pages have little of it', async () => {
    assert.equal((await ask(index, '夜间施工量子纠缠')).way, 'unsure')
  })
})

describe('an article that is named', () => {
  const law = (name: string, title: string, main: boolean) =>
    page(name, {
      ...{ title, main, facets: { kind: '条例' } },
      sections: [
        section('全文如下。'),
        section('适用本法，例外见第三十四条。', '第一条', 'article-1'),
        { ...section('六十日内办结。', '第三十四条', 'article-34'), asked: ['第三十四条'] },
      ],
    })

  it('comes first, on the page of its law', async () => {
    const engine = await indexOf([
      law('regulations', '信访工作条例', true),
      law('code', '民法典', false),
      page('notice', { title: '第三十四条怎么用' }),
    ])
    const first = async (query: string) => {
      const [hit] = await allHits(await results(engine, query))
      return `${hit?.path}#${hit?.excerpts[0]?.id}`
    }
    for (const query of [
      '条例34',
      '34条',
      '第三十四条',
      '信访工作条例第34条',
      '条例 第34条 期限',
    ]) {
      assert.equal(await first(query), '/regulations/#article-34', query)
    }
    assert.equal(await first('民法典第三十四条'), '/code/#article-34')
    assert.equal(await first('信访条例'), '/regulations/#undefined')
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

  it('find simplified and traditional texts alike', async () => {
    const both = await indexOf([
      page('old', { sections: [section('信訪條例')] }),
      page('new', { sections: [section('信访条例')] }),
    ])
    assert.deepEqual((await ask(both, '信訪條例')).names.sort(), ['new', 'old'])
    assert.deepEqual((await ask(both, '信访条例')).names, ['new'])
  })
})
