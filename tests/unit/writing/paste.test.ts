import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { judgePaste } from '../../../cms/src/admin/editor/paste.ts'

function paste(given: Record<string, string>, inCell = false) {
  const data = { getData: (type: string) => given[type] ?? '', files: [] }
  return judgePaste(data as unknown as Parameters<typeof judgePaste>[0], inCell)
}

describe('a paste', () => {
  it('into a cell keeps raised digits, tables in one line and radicals as characters', () => {
    const html = '<table><tr><td>容积</td><td>10<sup>3</sup> m<sup>3</sup></td></tr></table>'
    const cell = paste({ 'text/html': html, 'text/plain': '容积\t103 m3' }, true)
    assert.deepEqual(cell, { kind: 'text', markdown: '容积；10³ m³', notes: [] })
    const plain = paste({ 'text/plain': '区⻓\n人⺠' }, true)
    assert.deepEqual(plain, { kind: 'text', markdown: '区长；人民', notes: [] })
  })

  it('of plain text out of a PDF has the usual characters; other plain text is left to the editor', () => {
    const pdf = paste({ 'text/plain': '区⻓接待。\n当⾯答复。' })
    assert.deepEqual(pdf, { kind: 'text', markdown: '区长接待。\n\n当面答复。', notes: [] })
    assert.deepEqual(paste({ 'text/plain': '区长接待。' }), { kind: 'own' })
  })

  it('of two lists stays two, and tells what did not come along', () => {
    const item = (text: string, marker: string) =>
      `<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>${marker}</span>${text}</p>`
    const html = item('甲', '1.') + item('乙', '1.') + '<p><img src="file:///C:/a.png"></p>'
    const pasted = paste({ 'text/html': html })
    assert.equal(pasted.kind === 'text' && pasted.markdown, '1. 甲\n\n1) 乙')
    assert.match(pasted.kind === 'text' ? pasted.notes.join() : '', /1 张图片没有带过来/)
  })
})
