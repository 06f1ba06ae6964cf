import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { petition as petitionSchema } from '../../../content/schema/petition/petition.ts'
import { fieldLimits } from '../../../site/src/petition/fields/fields.ts'
import type { Choices, FieldName, TypedFields } from '../../../site/src/petition/fields/fields.ts'
import { idNumberCheck } from '../../../content/schema/petition/id-number.ts'
import { listFaults, validate } from '../../../site/src/petition/fields/validate.ts'

const choices: Choices = {
  categories: new Set(['suggestion', 'accusation', 'claim']),
  topics: new Set(['labour', 'other']),
  ways: new Set(),
  regions: new Set(['qinghe', 'chengxi-liuan']),
}
const good = {
  category: 'claim',
  topic: 'labour',
  region: 'chengxi-liuan',
  title: '工地拖欠三个月工资',
  request: '请督促公司付清工资。',
  facts: '2026年8月至10月在柳岸工地做木工，工资一直没有发。',
  name: '李秀英',
  phone: '13800001234',
  address: '城西街道柳岸社区 8 栋 302 室',
  idNumber: '',
} satisfies TypedFields

it('takes what a citizen would write', () => {
  const checked = validate(good, choices)
  assert.ok(checked.ok)
  assert.deepEqual(checked.petition, { ...good, idNumber: null })
})

it('reads numbers as people type them', () => {
  const read = (typed: TypedFields) => {
    const checked = validate({ ...good, ...typed }, choices)
    return checked.ok ? checked.petition : assert.fail(JSON.stringify(checked.faults))
  }
  for (const phone of [
    '138 0000 1234',
    '138-0000-1234',
    '+86 13800001234',
    '１３８００００１２３４',
  ]) {
    assert.equal(read({ phone }).phone, '13800001234')
  }
  for (const phone of ['028-85551234', '（028）8555 1234', '＋86 028 8555 1234']) {
    assert.equal(read({ phone }).phone, '02885551234')
  }
  assert.equal(read({ idNumber: ' 11010519491231002x ' }).idNumber, '11010519491231002X')
  assert.equal(read({ name: '\u3000李　秀英\n' }).name, '李 秀英')
  assert.equal(
    read({ facts: '第一行是原因\r\n第二行是经过。\u0000\u202e' }).facts,
    '第一行是原因\n第二行是经过。',
  )
})

it('says by field what to do, in the order of the form', () => {
  const checked = validate({}, choices)
  assert.ok(!checked.ok)
  const listed = listFaults(checked.faults)
  const required = ['category', 'topic', 'title', 'region', 'facts', 'request', 'name', 'phone']
  assert.deepEqual(
    listed.map((fault) => fault.field),
    [...required, 'address'],
  )
  for (const { message } of listed) assert.match(message, /^请(?:填写|选择)/)
})

const refused: [FieldName, string, RegExp][] = [
  ['phone', '1380000123', /11 位手机号码/],
  ['phone', '23800001234', /11 位手机号码/],
  ['idNumber', '110105194912310021', /逐位核对/],
  ['idNumber', '11010519490231002X', /逐位核对/],
  ['idNumber', '110105491231002', /18 位/],
  ['category', 'complaint', /请选择信访类别/],
  ['topic', 'constructor', /列表/],
  ['region', 'elsewhere', /列表/],
  ['title', '急', /至少写 4 个字/],
  ['title', '字'.repeat(61), /现在有 61 个字，请删去 1 个字/],
]
for (const [field, typed, says] of refused) {
  it(`refuses ${field} “${typed.slice(0, 20)}”`, () => {
    const checked = validate({ ...good, [field]: typed }, choices)
    assert.ok(!checked.ok)
    assert.deepEqual(Object.keys(checked.faults), [field])
    assert.match(checked.faults[field] ?? '', says)
  })
}

it('counts characters as people do, also those outside the basic plane', () => {
  const rare = '𠮷'
  assert.ok(validate({ ...good, facts: rare.repeat(10) }, choices).ok)
  assert.ok(!validate({ ...good, facts: rare.repeat(9) }, choices).ok)
})

it('never lets through what the shared schema refuses, and is stable', () => {
  const scrap = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({
      unit: fc.constantFrom('字', ' ', '\n', '1', '\u0000', '\ud800', '\u3000', 'x'),
      maxLength: 80,
    }),
  )
  const field = (sound: fc.Arbitrary<string>) => fc.oneof({ weight: 12, arbitrary: sound }, scrap)
  const sound = (limits: { min: number; max: number }) =>
    fc.string({
      unit: fc.constantFrom('信', '访', '𠮷', '，', 'a', '7'),
      minLength: limits.min,
      maxLength: 60,
    })
  const typedFields = fc.record({
    category: field(fc.constantFrom('suggestion', 'accusation', 'claim')),
    topic: field(fc.constantFrom(...choices.topics)),
    region: field(fc.constantFrom(...choices.regions)),
    title: field(sound({ min: 4, max: 30 }).map((text) => text.slice(0, 30))),
    request: field(sound(fieldLimits.request)),
    facts: field(sound(fieldLimits.facts)),
    name: field(fc.constantFrom('张三', '阿卜杜拉·买买提')),
    phone: field(fc.constantFrom('13900000000', '０１０-８８８８８８８８')),
    address: field(sound(fieldLimits.address)),
    idNumber: field(fc.constantFrom('', '11010519491231002X')),
  })
  let passed = 0
  fc.assert(
    fc.property(typedFields, (typed) => {
      const checked = validate(typed, choices)
      if (!checked.ok) {
        assert.ok(listFaults(checked.faults).length > 0)
        return
      }
      passed += 1
      assert.deepEqual(petitionSchema.parse(checked.petition), checked.petition)
      const { idNumber, ...texts } = checked.petition
      const again = validate({ ...(texts as TypedFields), idNumber: idNumber ?? '' }, choices)
      assert.ok(again.ok)
      assert.deepEqual(again.petition, checked.petition)
    }),
    { numRuns: 1_000 },
  )
  assert.ok(passed > 20, `only ${passed} petitions were valid: the generator tests nothing`)
})

it('catches every single wrong digit of an ID number', () => {
  const body = fc.tuple(
    fc.integer({ min: 110000, max: 659000 }),
    fc
      .integer({ min: 19300101, max: 20241228 })
      .filter(
        (date) =>
          date % 100 > 0 &&
          date % 100 < 29 &&
          Math.floor(date / 100) % 100 > 0 &&
          Math.floor(date / 100) % 100 < 13,
      ),
    fc.integer({ min: 100, max: 999 }),
  )
  fc.assert(
    fc.property(body, fc.nat(16), fc.integer({ min: 1, max: 9 }), (parts, place, shift) => {
      const digits = parts.join('')
      const right = digits + idNumberCheck(digits)
      assert.ok(validate({ ...good, idNumber: right }, choices).ok)
      const wrong = (Number(right[place]) + shift) % 10
      const typo = right.slice(0, place) + wrong + right.slice(place + 1)
      assert.ok(!validate({ ...good, idNumber: typo }, choices).ok)
    }),
  )
})
