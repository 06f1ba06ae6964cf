import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { composeStaffMail, type Line } from '../../../cms/src/casework/remind/compose-mail.ts'

const desk = 'https://desk.example.cn/admin/'
const line = (nth: number, words: string): Line => ({
  caseId: `case${nth}`,
  number: String(1_000_000_000_000_000 + nth),
  words,
})
const several = (count: number, words: string, from = 0) =>
  Array.from({ length: count }, (_, nth) => line(from + nth, words))
const pages = (text: string) => text.match(/desk\/cases\//g)?.length ?? 0
const compose = (lines: Line[]) => composeStaffMail(lines, desk, '某区信访局')

describe('a mail about deadlines', () => {
  it('lists every case with its page while they are few', () => {
    for (const count of [1, 2, 20]) {
      const { subject, text } = compose(several(count, '【届时提醒】某局：办结'))
      assert.equal(subject, `办件期限提醒：${count} 件`)
      assert.equal(pages(text), count)
      assert.match(text, /^请留意下面的办件：/)
      assert.doesNotMatch(text, /其余/)
    }
  })

  it('is one digest where there are many, the most urgent in it and the rest counted', () => {
    const { subject, text } = compose([
      ...several(300, '【届时提醒】某局：办结', 1_000),
      ...several(2, '【临期交办】某局：办结', 2_000),
      ...several(15, '【督办】某局：没有按期办结', 3_000),
      line(4_000, '【督办函】某局：请反馈'),
    ])
    assert.equal(subject, '办件期限提醒：318 件')
    assert.match(
      text,
      /^有 318 件办件要留意：督办函 1 项，督办 15 项，临期交办 2 项，届时提醒 300 项。先列出 20 项：/,
    )
    assert.equal(pages(text), 20)
    assert.ok(text.indexOf('case4000') < text.indexOf('case3000'))
    for (const nth of [2_000, 2_001, 3_014]) assert.ok(text.includes(`case${nth}`), String(nth))
    assert.match(text, /其余 298 项请在“办件”的“已超期”和“快到期”里看：\n.+desk\?tab=late/)
    assert.ok(text.length < 3_000)
  })

  it('counts a case once of which several things are due', () => {
    const twice = several(15, '【督办】某局：没有按期办结')
    const { subject, text } = compose([...twice, ...twice])
    assert.equal(subject, '办件期限提醒：15 件')
    assert.match(text, /^有 15 件办件要留意：督办 30 项。/)
  })
})
