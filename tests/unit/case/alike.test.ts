import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { likeness, type Matter } from '../../../cms/src/casework/rules/repeats/likeness.ts'
import { sharedPassages } from '../../../cms/src/casework/rules/repeats/shared-passages.ts'

const matter = (changes: Partial<Matter> = {}): Matter => ({
  phones: ['13800001111'],
  names: ['王小明'],
  topic: '交通出行',
  region: '青禾区 城西街道 柳岸社区',
  texts: ['三号楼前的路灯坏了两个月，晚上出门看不清台阶。'],
  ...changes,
})
const other = (changes: Partial<Matter> = {}) =>
  matter({
    phones: ['13900002222'],
    names: ['李秀英'],
    topic: '卫生健康',
    region: '青禾区 城东街道 桥头社区',
    texts: ['社区医院周末没有医生值班，老人配药要跑很远。'],
    ...changes,
  })

describe('matters that may be the same', () => {
  it('are told by a telephone alone, a name with its community, or the same words, each in words', () => {
    const reasons = (changes: Partial<Matter>) => likeness(matter(), other(changes))?.reasons
    assert.deepEqual(reasons({ phones: ['', '13800001111'] }), ['同一电话'])
    assert.deepEqual(reasons({ names: ['王小明'], region: matter().region }), [
      '同一姓名',
      '同在柳岸社区',
    ])
    assert.deepEqual(
      reasons({
        region: `${matter().region} 第三网格`,
        topic: '交通出行',
        texts: ['楼前的路灯坏了 两个月，晚上出门害怕'],
      }),
      ['同在柳岸社区', '同一问题领域', '有 1 段相同的话'],
    )
    const all = likeness(matter(), matter())
    assert.ok(all && all.weight > 10 && all.reasons.length === 5)
  })

  it('are not told by a name, a place with its topic, or a turn of phrase alone', () => {
    const alike = (changes: Partial<Matter>) => likeness(matter(), other(changes))
    assert.equal(alike({}), null)
    assert.equal(alike({ names: ['王小明'] }), null)
    assert.equal(alike({ region: matter().region, topic: '交通出行' }), null)
    assert.equal(alike({ region: '青禾区 城西街道', names: ['王小明'] }), null)
    const phrase = ['请有关部门尽快处理。']
    assert.equal(likeness(matter({ texts: phrase }), other({ texts: phrase })), null)
    const unknown = { phones: [''], names: [''], topic: '', region: '' }
    assert.equal(likeness(matter(unknown), other(unknown)), null)
  })
})

describe('passages that two texts share', () => {
  it('are marked as the earlier text has them, whatever blanks, widths and marks are between', () => {
    const earlier = '前言在此。三号楼前的路灯，坏了２个月！晚上很黑。'
    const [passage, ...more] = sharedPassages(['我家三号楼前的路灯坏了2个月'], [earlier])
    assert.deepEqual(passage, {
      before: '前言在此。',
      match: '三号楼前的路灯，坏了２个月',
      after: '！晚上很黑。',
    })
    assert.deepEqual(more, [])
  })

  it('are each told once, the longest first, and none reaches from one text into the next', () => {
    const words = ['路灯坏了没有人来修过', '三号楼的老人摔了一跤以后不敢出门']
    const found = sharedPassages([words.join('；'), words[0] ?? ''], [...words, ...words])
    assert.deepEqual(
      found.map(({ match }) => match),
      [words[1], words[0]],
    )
    assert.deepEqual(sharedPassages(['路灯坏了', '没有人修'], ['路灯坏了没有人修']), [])
    assert.deepEqual(sharedPassages([''], ['']), [])
    assert.deepEqual(sharedPassages(['😀'.repeat(7)], ['😀'.repeat(7)]), [])
    assert.equal(sharedPassages(['灯'.repeat(20_000)], ['灯'.repeat(20_000)]).length, 1)
  })
})
