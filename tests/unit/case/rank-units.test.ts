import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { initialsOf } from '@portal/content/characters/initials'
import { rankUnits, type Candidate } from '../../../cms/src/casework/rules/units/rank-units.ts'

const unit = (name: string, changes: Partial<Candidate> = {}): Candidate => ({
  id: name,
  name,
  initials: initialsOf(name),
  aliases: '',
  duties: '',
  alike: 0,
  wall: null,
  ...changes,
})
const labour = { name: '劳动社保', hint: '欠薪、工伤、社会保险、养老金' }

describe('the units to which a case may be referred', () => {
  it('stand in the order of like cases, then of what fits, then of the office', () => {
    const ranked = rankUnits(
      [
        unit('区农业农村局'),
        unit('城西街道办事处'),
        unit('区民政局', { alike: 2 }),
        unit('区人力资源和社会保障局', { duties: '劳动监察、欠薪、工伤', alike: 12 }),
        unit('区卫生健康局'),
      ],
      labour,
      '城西街道',
    )
    assert.deepEqual(
      ranked.map(({ name, reasons }) => [name, ...reasons]),
      [
        ['区人力资源和社会保障局', '同类 12 件由它办结答复', '职责里有“欠薪”'],
        ['区民政局', '同类 2 件由它办结答复'],
        ['城西街道办事处', '问题发生在城西街道'],
        ['区农业农村局'],
        ['区卫生健康局'],
      ],
    )
  })

  it('are not suggested where they are walled off, and say so', () => {
    const wall = '是被检举控告的单位'
    const [first, second] = rankUnits(
      [unit('甲局', { alike: 9, wall }), unit('乙局', { alike: 1 })],
      labour,
      '',
    )
    assert.equal(first?.name, '乙局')
    assert.deepEqual(second, { name: '甲局', initials: 'jj', aliases: '', wall, reasons: [] })
  })

  it('are found by the first letters of how they are read', () => {
    assert.equal(initialsOf('区民政局'), 'qmzj')
    assert.equal(initialsOf('城西街道办事处'), 'cxjdbsc')
    assert.equal(initialsOf('区长办公室'), 'qzbgs')
  })
})
