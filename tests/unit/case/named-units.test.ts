import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import departments from '../../../content/departments.json' with { type: 'json' }
import regions from '../../../content/regions.json' with { type: 'json' }
import { fold } from '../../../cms/src/casework/rules/units/fold.ts'
import { makeFinder, type KnownUnit } from '../../../cms/src/casework/rules/units/find-units.ts'
import { labelled } from '../../fixtures/units/labelled.ts'

const units: KnownUnit[] = departments.map(({ slug, name }) => ({ id: slug, name, aliases: [] }))
const places = regions
  .filter(({ tier }) => tier === 'community')
  .map(({ name, parent }) => ({
    name,
    township: regions.find(({ slug }) => slug === parent)?.name ?? '',
  }))
const find = makeFinder(units, places)
const idsIn = (text: string, near: string | null = null) => find([text], near).map(({ id }) => id)

it('names the units of the labelled texts: recall 1, precision 0.97 at least', (t) => {
  let right = 0
  let missed = 0
  let wrong = 0
  for (const { text, near, names } of labelled) {
    const found = idsIn(text, near)
    const lacks = names.filter((name) => !found.includes(name))
    const extra = found.filter((name) => !names.includes(name))
    for (const name of lacks) t.diagnostic(`missed ${name}: ${text}`)
    for (const name of extra) t.diagnostic(`wrongly ${name}: ${text}`)
    right += names.length - lacks.length
    missed += lacks.length
    wrong += extra.length
  }
  const recall = right / (right + missed)
  const precision = right / (right + wrong)
  t.diagnostic(`${labelled.length} texts, recall ${recall}, precision ${precision}`)
  assert.equal(missed, 0)
  assert.ok(precision >= 0.97, `precision ${precision}`)
})

const unit = fc.constantFrom(...units)
const plain = fc.constantFrom('', '我要反映', '昨天下午', '请求赔偿。', '\n', '三号楼，')

it('finds a full name anywhere, whatever stands between its signs', () => {
  const between = fc.constantFrom('', ' ', '　', '-', '·', '\u200b', '*')
  fc.assert(
    fc.property(unit, plain, plain, between, ({ id, name }, before, after, gap) => {
      assert.ok(idsIn(before + [...name].join(gap) + after).includes(id), name)
    }),
  )
})

it('finds an alias that the office has written down, and only for the unit that has it', () => {
  const aliased = units.map((one, index) => ({ ...one, aliases: [`甲乙丙${index}号院`] }))
  const other = makeFinder(aliased, [])
  fc.assert(
    fc.property(fc.nat(units.length - 1), plain, plain, (index, before, after) => {
      const found = other([`${before}甲乙丙${index}号院${after}`], null).map(({ id }) => id)
      assert.deepEqual(found, [units[index]?.id])
    }),
  )
})

it('finds in several texts what it finds in each', () => {
  const text = fc.constantFrom(...labelled.map((one) => one.text))
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      const together = new Set(find(texts, null).map(({ id }) => id))
      const apart = new Set(texts.flatMap((one) => idsIn(one)))
      assert.deepEqual(together, apart)
    }),
  )
})

it('tells words that stand in the text, and takes time in proportion to it', () => {
  const any = fc.array(fc.constantFrom(...'城管局街道办社区书记的人打收钱，村里镇政府路'), {
    maxLength: 2_000,
  })
  fc.assert(
    fc.property(any, (signs) => {
      const text = signs.join('')
      for (const { words } of find([text], null)) {
        for (const word of words) assert.ok(fold(text).includes(word), word)
      }
    }),
  )
})

it('a body without a name is any township where nobody knows which', () => {
  const towns = departments.filter(({ kind }) => kind === 'township').map(({ slug }) => slug)
  assert.deepEqual(idsIn('街道办的人打人').sort(), towns.sort())
})
