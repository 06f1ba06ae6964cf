import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { provesRead } from '@portal/content/law/formats/completeness'

describe('the proof that a file was read whole', () => {
  const lines = ['甲乙，丙丁。', '10³ 米'].map((text, at) => ({
    text,
    line: at + 1,
    depth: 0,
    row: false,
  }))
  const seen = (...texts: string[]) => texts.map((text, at) => ({ text, line: at + 1 }))

  it('finds a word that is lost, added, changed or moved, by its line', () => {
    assert.equal(provesRead(seen('甲乙 丙丁', '10³米'), lines), null)
    for (const [line, ...texts] of [
      [1, '甲乙丙丁戊', '10³米'],
      [2, '甲乙丙丁', '10³'],
      [1, '乙甲丙丁', '10³米'],
      [1, '甲乙丁', '10³米'],
      [2, '甲乙丙丁', '103米'],
      [3, '甲乙丙丁', '10³米', '戊'],
    ] as const) {
      assert.equal(provesRead(seen(...texts), lines)?.line, line, texts.join())
    }
  })

  it('finds a gap in a part of a page', () => {
    assert.equal(provesRead(seen('首页甲乙丙丁10³米关于我们'), lines, true), null)
    assert.equal(provesRead(seen('首页甲乙丙丁戊10³米'), lines, true)?.line, 1)
  })
})
