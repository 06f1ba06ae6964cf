import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { findPersonal } from '../../content/privacy/find.ts'

type Line = { wanted: string[]; found: string[]; text: string }

const file = new URL('../fixtures/privacy/labelled.tsv', import.meta.url)
const lines: Line[] = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [kinds = '', known = '', text = ''] = line.split('\t')
    const hits = findPersonal(text, known === '-' ? [] : known.split('|'))
    const found = [...new Set(hits.map(({ kind }) => kind))]
    return { wanted: kinds === '-' ? [] : kinds.split('+'), found, text }
  })

const sum = (count: (line: Line) => number) => lines.reduce((total, line) => total + count(line), 0)

test('the list is long enough, and half of it is harmless', () => {
  const harmless = lines.filter(({ wanted }) => wanted.length === 0).length
  assert.ok(lines.length >= 200 && harmless >= 100 && lines.length - harmless >= 100)
})

test('every kind is found in every line that holds it, and nothing else is', (t) => {
  const wanted = sum((line) => line.wanted.length)
  const right = sum(
    (line) => line.wanted.filter((kind) => line.found.includes(kind as never)).length,
  )
  const said = sum((line) => line.found.length)
  t.diagnostic(`recall ${right}/${wanted}, precision ${right}/${said}`)
  const wrong = lines.filter((line) => line.wanted.join() !== line.found.join())
  assert.deepEqual(wrong, [])
  assert.equal(right / wanted, 1)
  assert.ok(right / said >= 0.99)
})
