import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { root } from '../../support/machine/installation.ts'

const page = await readFile(join(root, 'scripts', 'deploy', 'THREATS.md'), 'utf8')
const rows = page.split('\n').filter((line) => /^\|/.test(line))

describe('the page of threats', () => {
  it('names tests and files that are there', () => {
    const named = [...page.matchAll(/`((?:tests|cms|scripts|site|content)\/[^`]+)`/g)]
    assert.ok(named.length > 30)
    const missing = named
      .map(([, path = '']) => path)
      .filter((path) => !existsSync(join(root, path)))
    assert.deepEqual(missing, [])
  })

  it('has a test for every threat', () => {
    for (const row of rows.slice(2)) {
      const cells = row.split('|').map((cell) => cell.trim())
      assert.match(cells.at(-2) ?? '', /`tests\//, row)
    }
  })

  it('names every kind of hostile situation in which somebody means harm', async () => {
    // Faults of machines and people in a hurry, not of anybody who means harm.
    const accidents = [1, 2, 4, 5, 6, 20, 22, 26, 27, 28, 29, 32, 36, 38]
    const files = (await readdir(join(root, 'tests', 'faults'))).filter((name) =>
      name.endsWith('.test.ts'),
    )
    const left = files.filter(
      (name) => !accidents.includes(Number.parseInt(name, 10)) && !page.includes(name),
    )
    assert.deepEqual(left, [])
  })
})
