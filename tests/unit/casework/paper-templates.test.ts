import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { faultOfTemplate, fillTemplate } from '../../../cms/src/casework/papers/fill-template.ts'
import { packDocx } from '../../support/law/docx.ts'
import { p } from '../../support/law/xml.ts'
import { wordsAfter, whenDue, readBack } from '../../support/case/paper-events.ts'

describe('a template of the office', () => {
  const docx = (...lines: string[]) => packDocx({ body: lines.map((line) => p(line)).join('') })
  const whole = ['〔文书编号〕', '〔信访人〕：', '〔正文〕', '〔权利告知〕', '〔落款〕 〔日期〕']

  it('is filled in, with what it says besides', async () => {
    const bytes = docx('云川区某局', ...whole, '抄送：〔2025〕3号文所列单位')
    assert.equal(await faultOfTemplate('opinion', bytes), null)
    const text = await readBack(fillTemplate(bytes, wordsAfter(whenDue.opinion, 'opinion')))
    assert.match(text, /云川区某局/)
    assert.match(text, /〔2025〕3号文所列单位/)
    assert.match(text, /修灯 (?:<|&lt;|\\<)b/)
  })

  it('is refused with words where something statutory is missing, unknown or broken', async () => {
    const faults: [Buffer, RegExp][] = [
      [docx(...whole.filter((line) => !line.includes('权利告知'))), /缺少〔权利告知〕.*必须写明/],
      [docx('〔信访人〕'), /缺少〔文书编号〕〔正文〕〔权利告知〕〔日期〕/],
      [docx(...whole, '〔信仿人〕'), /没有〔信仿人〕这样的占位词/],
      [docx(...whole, '〔未完'), /没有成对/],
      [docx(...whole, '〔#正文〕'), /没有成对|不能用的记号/],
      [Buffer.from('不是 Word 文件'), /请上传 Word 文件/],
      [Buffer.alloc(1024 * 1024 + 1), /超过 1 MB/],
    ]
    for (const [bytes, words] of faults) {
      assert.match((await faultOfTemplate('opinion', bytes)) ?? 'taken', words)
    }
  })

  it('is refused where it reaches out when the paper is opened, or hides placeholders in its head', async () => {
    const body = whole.map((line) => p(line)).join('')
    const field = (code: string) => `<w:p><w:r><w:instrText>${code}</w:instrText></w:r></w:p>`
    const head = (text: string) => ({
      name: 'word/header1.xml',
      text: `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p(text)}</w:hdr>`,
    })
    const link = { id: 'r9', target: 'https://example.com/', external: true }
    const faults: [Buffer, RegExp][] = [
      [packDocx({ body, related: [{ ...link, type: 'image' }] }), /连到外面/],
      [packDocx({ body, related: [{ ...link, type: 'attachedTemplate' }] }), /连到外面/],
      [packDocx({ body: body + field(' INCLUDEPICTURE "https://example.com/a" ') }), /连到外面/],
      [packDocx({ body: body + field(' DDEAUTO c:\\\\a ') }), /连到外面/],
      [packDocx({ body, parts: [{ name: 'word/embeddings/a.bin', text: 'x' }] }), /连到外面/],
      [packDocx({ body, parts: [head('〔@诉求〕')] }), /没有〔@诉求〕/],
      [docx(...whole, '〔信访人〕'.repeat(501)), /超过 500 个/],
    ]
    for (const [bytes, words] of faults) {
      assert.match((await faultOfTemplate('opinion', bytes)) ?? 'taken', words)
    }
    const plain = [
      packDocx({ body, related: [{ ...link, type: 'hyperlink' }] }),
      packDocx({ body: body + field(' PAGE ') }),
      docx(...whole, '请看 LINK 和 DDE 两个词'),
    ]
    for (const bytes of plain) assert.equal(await faultOfTemplate('opinion', bytes), null)
  })
})
