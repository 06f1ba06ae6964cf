import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { answersOf } from '../../../site/src/petition-form/form/review/answer-rows.ts'
import {
  clearDeviceDraft,
  readDeviceDraft,
  saveDeviceDraft,
} from '../../../site/src/petition-form/drafts/device-draft.ts'
import {
  askedBefore,
  askedFrom,
  askedSteps,
  describePlace,
  firstFaultyStep,
  lastStep,
  placeOf,
  renewFaults,
  stepOf,
  steps,
} from '../../../site/src/petition-form/form/steps.ts'
import { fieldNames } from '../../../site/src/petition/fields/fields.ts'
import type { TypedFields } from '../../../site/src/petition/fields/fields.ts'

const names = {
  category: new Map([['claim', '申诉求决']]),
  topic: new Map([['labour', '劳动社保']]),
  region: new Map([['qinghe', '不确定']]),
}
const typed = { category: 'claim', topic: 'labour', region: 'qinghe', title: '拖欠工资' }
const labels = (more: TypedFields) =>
  answersOf({ ...typed, ...more }, names).map(({ label }) => label)

it('asks for every field in one step, in the order in which faults are listed', () => {
  assert.deepEqual(
    steps.flatMap(({ fields }) => fields),
    fieldNames,
  )
  assert.deepEqual(steps[lastStep]?.fields, [])
})

it('leaves out how to be told of progress where there is no way, forwards and back', () => {
  const [all, fewer] = [askedSteps(true), askedSteps(false)]
  const [notify, next] = [placeOf('notify'), placeOf('attachments')]
  assert.equal(describePlace(2, all), '第 3 步，共 8 步')
  assert.equal(describePlace(2, fewer), '第 3 步，共 7 步')
  assert.equal(describePlace(next, fewer), '第 6 步，共 7 步')
  assert.equal(askedFrom(all, notify), notify)
  assert.equal(askedFrom(fewer, notify), next)
  assert.equal(askedBefore(fewer, next), placeOf('petitioner'))
  assert.equal(askedBefore(all, 0), 0)
})

it('opens at the first step with a fault', () => {
  const field = fc.constantFrom(...fieldNames)
  fc.assert(
    fc.property(fc.uniqueArray(field, { minLength: 1 }), (faulty) => {
      const faults = Object.fromEntries(faulty.map((name) => [name, '请填写']))
      assert.equal(firstFaultyStep(faults), Math.min(...faulty.map(stepOf)))
    }),
  )
  assert.equal(firstFaultyStep({}), null)
})

it('looks at one step anew and leaves what was told of the others', () => {
  const known = { title: '太短', phone: '不对' }
  const found = { topic: '请选择', facts: '请填写' }
  assert.deepEqual(renewFaults(known, found, stepOf('title')), { topic: '请选择', phone: '不对' })
  assert.deepEqual(renewFaults(known, {}, stepOf('phone')), { title: '太短' })
})

it('shows for checking what will be sent, in words, and nothing else', () => {
  const rows = answersOf({ ...typed, email: 'left@example.com' }, names)
  assert.deepEqual(
    rows.slice(0, 4).map(({ value }) => value),
    ['申诉求决', '劳动社保', '拖欠工资', '不确定'],
  )
  assert.ok(rows.some(({ label, value }) => label === '由谁提出' && value === '我自己'))
  const organisation = labels({ petitioner: 'organisation', name: '甲' })
  assert.ok(organisation.includes('联系人') && !organisation.includes('姓名'))
  const many = { petitioner: 'joint', people: '9', representative1Name: '甲' }
  assert.ok(labels(many).includes('第 1 位代表的名字'))
  assert.ok(!labels(many).includes('第 2 位代表的名字'))
  assert.ok(!labels({ ...many, people: '3' }).includes('第 1 位代表的名字'))
  assert.ok(!labels({ email: 'left@example.com' }).includes('电子邮箱'))
  assert.ok(labels({ notifyBy: 'email' }).includes('电子邮箱'))
})

/** What a browser keeps. */
function createStorage(): { storage: () => Storage; kept: Map<string, string> } {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
  return { storage: () => storage as Storage, kept }
}

it('gives a draft back as it was typed, without the ID number', () => {
  const value = fc.option(fc.string({ unit: 'binary' }), { nil: undefined })
  const fields = fc
    .record(Object.fromEntries(fieldNames.map((name) => [name, value])))
    .map((all) => JSON.parse(JSON.stringify(all)) as TypedFields)
  fc.assert(
    fc.property(fields, (draft) => {
      const { storage } = createStorage()
      assert.ok(saveDeviceDraft(draft, storage))
      const rest = { ...draft }
      delete rest.idNumber
      assert.deepEqual(readDeviceDraft(storage), rest)
      clearDeviceDraft(storage)
      assert.equal(readDeviceDraft(storage), null)
    }),
  )
})

it('takes nothing foreign from storage, and does without where it is forbidden', () => {
  const { storage, kept } = createStorage()
  for (const foreign of ['{', '7', '[]', 'null', '{"title":7,"admin":"x"}']) {
    kept.set('petition-draft', foreign)
    assert.deepEqual(Object.keys(readDeviceDraft(storage) ?? {}), [])
  }
  const forbidden = () => {
    throw new DOMException('forbidden', 'SecurityError')
  }
  assert.equal(readDeviceDraft(forbidden), null)
  assert.equal(saveDeviceDraft({ title: '甲' }, forbidden), false)
  clearDeviceDraft(forbidden)
})
