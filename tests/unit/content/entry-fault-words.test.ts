import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { check } from '../../../content/entry/document.ts'
import { documents, lists, records, single } from '../../../content/schema/entries/collections.ts'

const schemas = { ...documents, ...lists, ...records, settings: single }
const problemsOf = (schema: (typeof schemas)[keyof typeof schemas], input: unknown) => {
  const checked = check(schema, input)
  return checked.ok ? [] : checked.faults
}

it('says what is missing as one who fills a form does', () => {
  const faults = problemsOf(documents.essays, { title: '题目', source: null, summary: '' })
  const say = new Map(faults.map(({ field, problem }) => [field, problem]))
  assert.equal(say.get('source'), '没有填写')
  assert.equal(say.get('summary'), '没有填写')
  assert.equal(
    problemsOf(documents.notices, { category: '别的' }).find(({ field }) => field === 'category')
      ?.problem,
    '不是给出的几个词之一，请重新选择',
  )
})

it('says no word of programs, whatever is written where', () => {
  const schema = fc.constantFrom(...Object.values(schemas))
  // A message may tell what was written; Latin signs in it would be those.
  const typed = fc.string({ unit: fc.constantFrom('一', '二', '1', '-', '，') })
  const value = fc.oneof(
    fc.constantFrom(null, undefined, '', true, 1.5, -3, 1e9, [], {}, '字'.repeat(20_000)),
    typed,
    fc.array(typed),
  )
  fc.assert(
    fc.property(schema, fc.array(value, { minLength: 60, maxLength: 60 }), (one, values) => {
      const names = Object.keys((one as unknown as { shape: object }).shape)
      const input = Object.fromEntries(names.map((name, index) => [name, values[index]]))
      for (const { problem } of problemsOf(one, input)) {
        const words = problem.replaceAll(
          /\b[A-Z]{2,}\d?\b|H\.264|https:\/\/|media\/|name@example\.gov\.cn/g,
          '',
        )
        assert.doesNotMatch(words, /[A-Za-z]|无效|期望|空值/, problem)
      }
    }),
  )
})
