import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findArticles, type Law } from '../../../cms/src/casework/reply/find-articles.ts'
import { paragraphsOf, readQuestion } from '../../../cms/src/casework/reply/law-question.ts'

const article = (number: number, label: string, text: string, insertion = 0) => ({
  number,
  insertion,
  label,
  text,
  guide: null,
})
const law = (title: string, articles: Law['articles'], changes: Partial<Law> = {}): Law => ({
  title,
  validity: '现行有效',
  effectiveOn: '2020-01-01',
  published: true,
  articles,
  ...changes,
})
const lamps = law('路灯管护办法', [
  article(7, '第七条', '灯坏了三日内修好。\n修不好的说明理由：\n（一）缺件；\n（二）停电。'),
  article(12, '第十二条', '养护单位每月巡查。'),
  article(12, '第十二条之一', '巡查记录公开。', 1),
])
const rules = law('路灯管护办法实施细则', [
  article(7, '第七条', '办法第七条所称三日，从报修算起。'),
])
const old = law('城市照明旧规定', [article(7, '第七条', '灯坏了十日内修好。')], {
  validity: '已废止',
})
const coming = law('照明条例', [article(1, '第一条', '为了照明。')], { effectiveOn: '2027-01-01' })
const all = [rules, old, coming, lamps]
const find = (question: string) =>
  findArticles(question, all, '2026-11-28').articles.map(({ law: title, label }) => title + label)

describe('an article to cite', () => {
  it('is found by the name of its law and its number, however they are typed', () => {
    for (const question of [
      '路灯管护办法 第七条',
      '《路灯管护办法》第7条',
      '路灯管护办法7',
      '路灯办法 七条二款',
      '路灯管护办法第七条第二款第（一）项',
      '路灯管护办法 ７',
    ]) {
      assert.equal(find(question)[0], '路灯管护办法第七条', question)
    }
    assert.deepEqual(find('路灯管护办法第十二条之一')[0], '路灯管护办法第十二条之一')
  })

  it('is found by words of its text, alone or with the law', () => {
    assert.deepEqual(find('每月巡查'), ['路灯管护办法第十二条'])
    assert.deepEqual(find('路灯管护办法 缺件'), ['路灯管护办法第七条'])
    assert.deepEqual(find('没有这样的词'), [])
  })

  it('of a law that is not in force says so, and comes after those that are', () => {
    const { articles } = findArticles('日内修好', all, '2026-11-28')
    assert.deepEqual(
      articles.map(({ inForce, validity }) => [inForce, validity]),
      [
        [true, '现行有效'],
        [false, '已废止'],
      ],
    )
    const [first] = findArticles('照明条例 1', all, '2026-11-28').articles
    assert.deepEqual([first?.inForce, first?.validity], [false, '尚未施行'])
    assert.equal(findArticles('照明条例 1', all, '2027-01-01').articles[0]?.inForce, true)
  })

  it('says which paragraph and item were asked for', () => {
    const [first] = findArticles('路灯管护办法第七条第二款第一项', all, '2026-11-28').articles
    assert.deepEqual(first?.asked, { paragraph: 2, item: 1 })
  })

  it('is cut into paragraphs and items as the law counts them', () => {
    assert.deepEqual(paragraphsOf('甲：\n（一）乙；\n（二）丙。\n\n丁。'), [
      { text: '甲：', items: ['（一）乙；', '（二）丙。'] },
      { text: '丁。', items: [] },
    ])
  })

  it('takes words for words', () => {
    assert.deepEqual(readQuestion('低保 申请'), {
      words: ['低保', '申请'],
      article: null,
      paragraph: null,
      item: null,
    })
  })
})
