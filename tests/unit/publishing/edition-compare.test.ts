import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { compareTexts } from '../../../cms/src/publishing/editions/compare.ts'
import type { Piece } from '../../../cms/src/contracts/publications/editions.ts'

const marked = (pieces: Piece[]) =>
  pieces
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`,
    )
    .join('')
const side = (pieces: Piece[], without: Piece['kind']) =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

describe('comparison of two versions', () => {
  it('marks what was added and taken away, by the character', () => {
    const before = '办理时限为六十日。逾期应当说明理由。'
    const after = '办理时限为九十日。逾期应当说明理由。'
    assert.equal(
      marked(compareTexts(before, after)),
      '办理时限为[-六][+九]十日。逾期应当说明理由。',
    )
    assert.equal(marked(compareTexts('一句。', '一句。')), '一句。')
    assert.equal(marked(compareTexts('', '新写。')), '[+新写。]')
    assert.equal(marked(compareTexts('旧的。', '')), '[-旧的。]')
    assert.equal(marked(compareTexts('甲。乙。丙。', '甲。丙。')), '甲。[-乙。]丙。')
  })

  it('shows a reworded passage as one change, not as scattered characters', () => {
    const pieces = compareTexts('请到窗口一办理登记', '请在大厅一次登记')
    const changes = pieces.filter(({ kind }) => kind !== 'same')
    assert.ok(changes.length <= 4, marked(pieces))
  })

  it('is both texts whole, whatever they are', () => {
    const text = fc.stringMatching(/^[信访办理，。；\n一二三 a]{0,120}$/)
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = compareTexts(before, after)
        assert.equal(side(pieces, 'added'), before)
        assert.equal(side(pieces, 'removed'), after)
      }),
      { numRuns: 2_000 },
    )
  })

  it('gives two long texts with nothing in common as they are', () => {
    const before = '甲'.repeat(60_000)
    const after = '乙'.repeat(60_000)
    assert.deepEqual(compareTexts(before, after), [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  })
})
