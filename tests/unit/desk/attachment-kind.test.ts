import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { kindName } from '../../../content/attachments/kind-name.ts'
import { shownAs, writeSize } from '../../../cms/src/admin/case/petition/attachment-kind.ts'

describe('an attachment in the page of a case', () => {
  it('is shown where browsers can show it and nothing in it can run', () => {
    const kinds = {
      'image/jpeg': 'picture',
      'image/png': 'picture',
      'application/pdf': 'paper',
      'video/mp4': 'film',
      'audio/mpeg': 'sound',
      'audio/amr': 'sound',
      'image/svg+xml': 'other',
      'image/heic': 'other',
      'text/html': 'other',
      'text/plain': 'other',
      'application/msword': 'other',
      '': 'other',
    }
    for (const [type, shown] of Object.entries(kinds)) assert.equal(shownAs(type), shown, type)
  })

  it('says what it is, and how large', () => {
    assert.equal(kindName('application/pdf'), 'PDF 文件')
    assert.equal(
      kindName('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
      'Word 文件',
    )
    assert.equal(kindName('application/octet-stream'), '文件')
    assert.deepEqual([900, 2048, 3 * 1024 * 1024].map(writeSize), ['900 字节', '2 KB', '3.0 MB'])
  })
})
