import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { petition as petitionSchema } from '../../../content/schema/petition/petition.ts'
import { creditCodeCheck, isCreditCode } from '../../../site/src/petition/fields/credit-code.ts'
import { parseEmail } from '@portal/content/characters/typed-email'
import { fieldLabels, fieldNames } from '../../../site/src/petition/fields/fields.ts'
import type { Choices, TypedFields } from '../../../site/src/petition/fields/fields.ts'
import { validate } from '../../../site/src/petition/fields/validate.ts'

const choices: Choices = {
  categories: new Set(['suggestion', 'accusation', 'claim']),
  topics: new Set(['labour']),
  ways: new Set(['sms', 'email']),
  regions: new Set(['qinghe']),
}
const matter = {
  category: 'claim',
  topic: 'labour',
  region: 'qinghe',
  title: '工地拖欠三个月工资',
  request: '请督促公司付清工资。',
  facts: '2026年8月至10月在柳岸工地做木工，工资一直没有发。',
  phone: '13800001234',
  address: '城西街道柳岸社区 8 栋',
}
const person = { ...matter, name: '李秀英' }
const organisation = {
  ...matter,
  petitioner: 'organisation',
  organisation: '青禾示例商贸有限公司',
  contact: '王示例',
}
const read = (typed: TypedFields) => {
  const checked = validate(typed, choices)
  assert.ok(checked.ok, JSON.stringify(checked))
  return petitionSchema.parse(checked.petition)
}
const faultsOf = (typed: TypedFields) => {
  const checked = validate(typed, choices)
  return checked.ok ? {} : checked.faults
}

it('takes an organisation with its contact, and asks for no ID number', () => {
  const filed = read({
    ...organisation,
    creditCode: '９１３５０１００Ｍ０００１００Ｙ４３',
    idNumber: 'x',
  })
  assert.equal(filed.name, organisation.organisation)
  assert.equal(filed.idNumber, null)
  assert.deepEqual(filed.organisation, { creditCode: '91350100M000100Y43', contact: '王示例' })
  assert.equal(read(organisation).organisation?.creditCode, null)
  assert.deepEqual(Object.keys(faultsOf({ ...matter, petitioner: 'organisation' })), [
    'organisation',
    'contact',
  ])
})

it('does not look at what belongs to another kind of petitioner', () => {
  const left = { creditCode: 'nonsense', organisation: '甲', people: '0', email: 'nobody' }
  const filed = read({ ...person, ...left })
  assert.equal(filed.organisation, undefined)
  assert.equal(filed.joint, undefined)
  assert.equal(filed.notify, undefined)
})

it('lets up to five people file together, and more only with one to five representatives (20)', () => {
  const joint = { ...person, petitioner: 'joint' }
  assert.deepEqual(read({ ...joint, people: '5 人' }).joint, { people: 5, representatives: [] })
  assert.deepEqual(Object.keys(faultsOf({ ...joint, people: '6' })), ['representative1Name'])
  const filed = read({
    ...joint,
    people: '３２',
    representative1Name: '李秀英',
    representative1Phone: '138 0000 1234',
    representative4Name: '张示例',
    representative4Phone: '028-85551234',
  })
  assert.deepEqual(filed.joint, {
    people: 32,
    representatives: [
      { name: '李秀英', phone: '13800001234' },
      { name: '张示例', phone: '02885551234' },
    ],
  })
  for (const people of ['', '1', '-3', '十', '3.5', '5-6', '1000000']) {
    assert.deepEqual(Object.keys(faultsOf({ ...joint, people })), ['people'], people)
  }
  const half = { ...joint, people: '9', representative2Name: '张示例', representative3Phone: '1' }
  assert.deepEqual(Object.keys(faultsOf(half)), [
    'representative2Phone',
    'representative3Name',
    'representative3Phone',
  ])
})

it('sends an SMS to a mobile phone only, and e-mail to an address only', () => {
  assert.deepEqual(read({ ...person, notifyBy: 'sms' }).notify, { by: 'sms' })
  const landline = { ...person, phone: '028-85551234', notifyBy: 'sms' }
  assert.match(faultsOf(landline).notifyBy ?? '', /收不到短信/)
  assert.deepEqual(Object.keys(faultsOf({ ...person, phone: 'x', notifyBy: 'sms' })), ['phone'])
  assert.deepEqual(read({ ...person, notifyBy: 'email', email: 'li＠example。com' }).notify, {
    by: 'email',
    address: 'li@example.com',
  })
  assert.deepEqual(Object.keys(faultsOf({ ...person, notifyBy: 'email' })), ['email'])
  assert.deepEqual(Object.keys(faultsOf({ ...person, notifyBy: 'pigeon' })), ['notifyBy'])
  assert.deepEqual(Object.keys(faultsOf({ ...person, petitioner: 'ghost' })), ['petitioner'])
})

it('accepts no e-mail address that the shared schema refuses', () => {
  const near = fc.string({
    unit: fc.constantFrom('a', 'Z', '.', '@', '-', '_', '+', '1', '。'),
    maxLength: 20,
  })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.emailAddress(),
        near,
        fc.tuple(near, near).map((p) => p.join('@')),
      ),
      (typed) => {
        const address = parseEmail(typed)
        if (address === null) return
        read({ ...person, notifyBy: 'email', email: typed })
      },
    ),
    { numRuns: 2_000 },
  )
})

it('catches every single wrong character of a credit code, and every two swapped', () => {
  const sign = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY')
  const digit = fc.constantFrom(...'0123456789')
  const body = fc
    .tuple(
      fc.string({ unit: sign, minLength: 2, maxLength: 2 }),
      fc.string({ unit: digit, minLength: 6, maxLength: 6 }),
      fc.string({ unit: sign, minLength: 9, maxLength: 9 }),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(body, fc.nat(17), sign, (start, place, other) => {
      const right = start + creditCodeCheck(start)
      assert.ok(isCreditCode(right), right)
      const typo = right.slice(0, place) + other + right.slice(place + 1)
      assert.equal(isCreditCode(typo), typo === right)
      const [one = '', two = ''] = right.slice(place, place + 2)
      const swapped = right.slice(0, place) + two + one + right.slice(place + 2)
      assert.equal(isCreditCode(swapped), swapped === right)
    }),
  )
  for (const known of ['91350100M000100Y43', '91330106673959654P']) assert.ok(isCreditCode(known))
})

it('has a label for every field, each once', () => {
  assert.equal(new Set(fieldNames).size, fieldNames.length)
  assert.deepEqual([...fieldNames].sort(), Object.keys(fieldLabels).sort())
})

it('takes no way that the office cannot send by, and says which are open', () => {
  const wish = { ...person, email: 'li@example.com' }
  const told = (notifyBy: string, ways: ('sms' | 'email')[]) => {
    const checked = validate({ ...wish, notifyBy }, { ...choices, ways: new Set(ways) })
    return checked.ok ? checked.petition.notify : checked.faults
  }
  assert.deepEqual(told('sms', ['email']), {
    notifyBy: '现在不能发短信告诉您了。请改选“发电子邮件”，或者“不用告诉我，我自己查”',
  })
  assert.deepEqual(told('email', []), {
    notifyBy: '现在不能发电子邮件告诉您了。请改选“不用告诉我，我自己查”',
  })
  assert.deepEqual(told('sms', ['sms']), { by: 'sms' })
  assert.equal(told('none', []), undefined)
  assert.equal(told('', []), undefined)
})
