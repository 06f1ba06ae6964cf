import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findPersonal } from '../../../content/privacy/find.ts'
import { countable } from '../../../site/src/search/missed/query.ts'

describe('what is counted of searches that found nothing', () => {
  it('is one form of what people type', () => {
    for (const [typed, query] of [
      ['老板拖欠工资三个月', '老板拖欠工资三个月'],
      ['  欠薪？！ ', '欠薪'],
      ['ＷｉＦｉ，太慢', 'wifi 太慢'],
      ['广场舞\u3000 \t太吵了。', '广场舞 太吵了'],
      ['“低保”怎么办', '低保 怎么办'],
      ['12345 热线'.slice(1), '2345 热线'],
      ['第34条', '第34条'],
      ['😀噪声😀', '噪声'],
    ] as const) {
      assert.equal(countable(typed), query, typed)
    }
  })

  it('is neither one sign nor a whole text', () => {
    for (const typed of ['', ' ', '？！', '薪', '薪。', '字'.repeat(41), ' '.repeat(10_000)]) {
      assert.equal(countable(typed), null, typed.slice(0, 50))
    }
    assert.equal(countable('薪酬'), '薪酬')
    assert.equal(countable('字'.repeat(40)), '字'.repeat(40))
  })

  it('is never what may be of a person, however it is written', () => {
    for (const typed of [
      '13900005678',
      '139 0000 5678 是谁',
      '139-0000-5678',
      '一三九零零零零五六七八',
      '１３９００００５６７８',
      '139o0005678 12345',
      '11010519491231002X',
      '京A12345 乱停车',
      '某某 zhang.san@example.com',
      '编号 1234567890123456',
      '1 2 3 4 5',
      '①②③④⑤',
      '查 12345',
    ]) {
      assert.equal(countable(typed), null, typed)
    }
  })

  it('holds of whatever is typed: one form, short, without numbers, and the same when counted again', () => {
    const signs = [...'工资低保欠薪老板 ，。？abZ１２3４56一二三零〇-·①\u200b\u3000😀é\n@.']
    let seed = 20261128
    const random = (below: number) => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
      return seed % below
    }
    let counted = 0
    for (let round = 0; round < 4_000; round += 1) {
      const typed = Array.from({ length: random(50) }, () => signs[random(signs.length)]).join('')
      const query = countable(typed)
      if (query === null) continue
      counted += 1
      const { length } = Array.from(query)
      assert.ok(length >= 2 && length <= 40, typed)
      assert.doesNotMatch(query.replaceAll(' ', ''), /[\d一二三零〇①]{5}/u, typed)
      assert.doesNotMatch(query, /[，。？@\n\u200b]|\s\s|^\s|\s$/u, typed)
      assert.deepEqual(findPersonal(query), [], typed)
      assert.equal(countable(query), query, typed)
      assert.equal(countable(` ${typed}。`), query, typed)
    }
    assert.ok(counted > 500, `${counted}`)
  })
})
