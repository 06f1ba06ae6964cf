import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { findDoubtful, findPersonal } from '../../../content/privacy/find.ts'

type Line = { wanted: string[]; found: string[]; text: string }

const file = new URL('../../fixtures/privacy/labelled.tsv', import.meta.url)
/** What is stopped by its kind, what somebody is asked of with a `?` before it. */
function kindsIn(text: string, known: string[]): string[] {
  const sure = findPersonal(text, known).map(({ kind }) => kind)
  const doubtful = findDoubtful(text, known).map(({ kind }) => `?${kind}`)
  return [...new Set([...sure, ...doubtful])]
}

const lines: Line[] = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [kinds = '', known = '', text = ''] = line.split('\t')
    const found = kindsIn(text.replaceAll('\\n', '\n'), known === '-' ? [] : known.split('|'))
    return { wanted: kinds === '-' ? [] : kinds.split('+'), found, text }
  })

const sum = (count: (line: Line) => number) => lines.reduce((total, line) => total + count(line), 0)

test('the list is long enough, and half of it is harmless', () => {
  const harmless = lines.filter(({ wanted }) => wanted.length === 0).length
  assert.ok(lines.length >= 450 && harmless >= 200 && lines.length - harmless >= 200)
})

for (const [what, isOf] of [
  ['stopped', (kind: string) => !kind.startsWith('?')],
  ['asked of', (kind: string) => kind.startsWith('?')],
] as const) {
  test(`every kind is ${what} in every line that holds it, and nothing else is`, (t) => {
    const wanted = sum((line) => line.wanted.filter(isOf).length)
    const right = sum(
      (line) => line.wanted.filter((kind) => isOf(kind) && line.found.includes(kind)).length,
    )
    const said = sum((line) => line.found.filter(isOf).length)
    t.diagnostic(`recall ${right}/${wanted}, precision ${right}/${said}`)
    const wrong = lines.filter(
      (line) => line.wanted.filter(isOf).join() !== line.found.filter(isOf).join(),
    )
    assert.deepEqual(wrong, [])
  })
}
