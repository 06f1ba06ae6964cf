import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { disposition } from '../../../content/files/disposition.ts'
import { statusUpdate } from '../../../content/schema/mailbox/mailbox.ts'
import {
  largestReplyFile,
  mostReplyBytes,
  mostReplyFiles,
  replyFiles,
} from '../../../content/schema/petition/reply-files.ts'
import { sentId, withSentIds } from '../../../cms/src/casework/sync/mailbox-file-ids.ts'
import { isShown } from '../../../site/src/petition/reply-files/file-look.ts'

const file = (bytes: number, id: string = randomUUID()) => ({
  ...{ id, name: '一.pdf', type: 'application/pdf', bytes },
  sha256: Buffer.alloc(32).toString('base64'),
})

describe('the files of a reply', () => {
  it('are within what may be sent, each and together', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 2 * largestReplyFile }), { maxLength: 14 })
    fc.assert(
      fc.property(sizes, (all) => {
        const sum = all.reduce((total, bytes) => total + bytes, 0)
        const fits =
          all.length <= mostReplyFiles &&
          sum <= mostReplyBytes &&
          all.every((bytes) => bytes >= 1 && bytes <= largestReplyFile)
        assert.equal(replyFiles.safeParse(all.map((bytes) => file(bytes))).success, fits)
      }),
    )
    const twice = file(5)
    assert.equal(replyFiles.safeParse([twice, twice]).success, false)
  })

  it('have a name in the mailbox that tells neither the file nor whom it is for', () => {
    const names = new Set<string>()
    fc.assert(
      fc.property(fc.uuid(), fc.string(), (id, recipient) => {
        const name = sentId(id, recipient)
        names.add(name)
        assert.equal(sentId(id, recipient), name)
        assert.notEqual(sentId(id, `${recipient}x`), name)
        assert.equal(statusUpdate.shape.files.safeParse([name]).success, true, name)
      }),
    )
    assert.ok(names.size > 90)
    const reply = { text: '答复', unit: '局', deliveredOn: '2026-11-20', files: [file(3)] }
    const sent = withSentIds({ reply, opinions: [] }, 'age1x')
    assert.equal(sent.reply?.files?.[0]?.id, sentId(reply.files[0]?.id ?? '', 'age1x'))
    assert.deepEqual({ ...sent.reply?.files?.[0], id: '' }, { ...reply.files[0], id: '' })
    assert.deepEqual(withSentIds({ reply: null, opinions: [] }, 'x'), { reply: null, opinions: [] })
  })

  it('keep their names whatever signs are in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }), (name) => {
        const header = disposition('attachment', name)
        assert.match(
          header,
          /^attachment; filename="file(?:\.[A-Za-z0-9]{1,8})?"; filename\*=UTF-8''/,
        )
        assert.match(header, /^[\x20-\x7e]+$/)
        assert.equal(decodeURIComponent(header.split("''")[1] ?? ''), name.toWellFormed())
      }),
    )
    assert.equal(
      disposition('inline', "现场 (1)'.JPG"),
      'inline; filename="file.JPG"; filename*=UTF-8\'\'%E7%8E%B0%E5%9C%BA%20%281%29%27.JPG',
    )
  })

  it('are shown by browsers only where nothing in them can run', () => {
    assert.ok(['image/jpeg', 'image/png'].every(isShown))
    const saved = ['application/pdf', 'image/svg+xml', 'text/html', 'application/xml', 'image/heic']
    assert.ok(!saved.some(isShown))
  })
})
