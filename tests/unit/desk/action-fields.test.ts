import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { initialsOf } from '@portal/content/characters/initials'
import { forms, type FormKind } from '../../../cms/src/admin/case/actions/action-forms.ts'
import { matching } from '../../../cms/src/admin/case/actions/match-choice.ts'
import {
  faultsOf,
  refusedField,
  requestOf,
} from '../../../cms/src/admin/case/actions/action-fields.ts'
import { readRequest } from '../../../cms/src/casework/routes/case/action-request.ts'

const filled = {
  unit: '区民政局',
  units: [{ unit: '区民政局', lead: true, note: '', dueOn: '' }],
  holders: ['区民政局'],
  owner: '区民政局',
  holder: '区民政局',
  dueOn: '2026-12-01',
  field: 'topic',
  to: 'labour',
  reason: '原因',
  text: '意见',
  question: '问题',
  record: '记录',
  days: '10',
  on: '2026-11-27',
  ground: 'litigation',
  agreed: 'false',
}

describe('the form of a step', () => {
  for (const kind of Object.keys(forms) as FormKind[]) {
    const { fields } = forms[kind]
    it(`${kind}: says of every field that it lacks, and sends what the server reads`, () => {
      const required = fields.filter((spec) => !('optional' in spec && spec.optional))
      assert.equal(Object.keys(faultsOf(fields, {})).length, required.length)
      assert.deepEqual(faultsOf(fields, filled), {})
      const sent: unknown = JSON.parse(JSON.stringify(requestOf(kind, fields, filled)))
      assert.notEqual(readRequest(sent), null, JSON.stringify(sent))
    })
  }

  it('takes days as whole numbers only', () => {
    const { fields } = forms.extend
    for (const days of ['', '0', '31', '1.5', '十', ' '])
      assert.ok('days' in faultsOf(fields, { ...filled, days }), days)
  })

  it('shows what the server refused beside the field that it is about', () => {
    const of = (kind: FormKind, words: string) => refusedField(forms[kind].fields, words)
    assert.equal(of('refer', '同一个单位选了两次，请去掉一个。'), 'units')
    assert.equal(of('refer', '反馈的期限已经过去，请改成今天或者以后的日子。'), 'units')
    assert.equal(of('extend', '天数须是 1 到 30 的整数。'), 'days')
    assert.equal(of('correct', '和现在的一样，不需要更正。'), 'change')
    assert.equal(of('close', '办件的状态已经变化，请刷新页面后再办理。'), undefined)
  })
})

describe('a unit', () => {
  const unit = (name: string, aliases = '') => ({ name, initials: initialsOf(name), aliases })
  const units = [
    unit('区人力资源和社会保障局', '人社局、劳动局'),
    unit('区城市管理和综合执法局', '城管'),
    unit('区民政局'),
    unit('城西街道办事处'),
  ]
  const found = (typed: string) => matching(units, typed).map(({ name }) => name)

  it('is found by any part of its name, its initials, what it is called, and signs in their order', () => {
    assert.deepEqual(found('民政'), ['区民政局'])
    assert.deepEqual(found('MZ'), ['区民政局'])
    assert.deepEqual(found('劳动'), ['区人力资源和社会保障局'])
    assert.deepEqual(found('人社局'), ['区人力资源和社会保障局'])
    assert.deepEqual(found('城管局'), ['区城市管理和综合执法局'])
    assert.deepEqual(found('执法 城市'), ['区城市管理和综合执法局'])
    assert.deepEqual(found('没有'), [])
    assert.equal(found('').length, 4)
  })

  it('stands first where the name has what is typed as it is', () => {
    assert.equal(matching([unit('城东管理局'), unit('城管中队')], '城管')[0]?.name, '城管中队')
  })
})
