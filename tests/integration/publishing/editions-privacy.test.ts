import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import sharp from 'sharp'
import type { Installation } from '../../support/machine/installation.ts'
import { sharedInstallation } from '../../support/machine/shared-installation.ts'
import { leaflet } from '../../support/files/pdfs.ts'
import {
  deskOf,
  essay,
  openPublicityDesk,
  type PublicityDesk,
} from '../../support/desk/publicity.ts'
import { until } from '../../support/machine/until.ts'

describe('what is personal, on the way of an entry', () => {
  let installation: Installation
  let desk: PublicityDesk
  before(async () => {
    installation = await sharedInstallation()
    desk = await openPublicityDesk(installation)
  })

  const refused = async (
    staff: 'author' | 'reviewer',
    id: string,
    step: object,
    pattern: RegExp,
  ) => {
    const { status, body } = await desk.attempt(desk[staff], 'essay', id, step)
    assert.equal(status, 409, JSON.stringify(body))
    assert.match((body as { error: { message: string } }).error.message, pattern)
  }

  it('is stopped in a text as its reader sees it', async () => {
    const { author } = desk
    const bodies = [
      '手机 139**1380**0138',
      '电话13913800138一直没人接',
      '手机 [139](https://example.com)1380 0138',
      '![门前 浙A12345](/media/lamp.png)',
    ]
    for (const [index, body] of bodies.entries()) {
      const id = await desk.write(author, 'essay', essay(`stopped-${index}`, { body }))
      await refused('author', id, { kind: 'submit' }, /可能含有个人信息|图片/)
    }
    const harmless = '涉及8号地块、36户；3座桥、128户；拨款1380013800元；文号〔2026〕13800号'
    const id = await desk.write(author, 'essay', essay('harmless', { body: harmless }))
    await desk.take(author, 'essay', id, { kind: 'submit' })
  })

  it('is put before a second person by the one who wrote it, with the reason, and let pass there', async () => {
    const { author, reviewer } = desk
    const body = '公益法律援助热线 13800138000。'
    const id = await desk.write(author, 'essay', essay('asked-to-pass', { body }))
    const before = await desk.standing(author, 'essay', id)
    assert.ok(before.may.includes('ask') && !before.may.includes('submit'))
    await desk.take(author, 'essay', id, { kind: 'ask', reason: '是公开的热线' })

    const asked = await desk.standing(reviewer, 'essay', id)
    assert.equal(asked.state, 'submitted')
    assert.equal(asked.hits.length, 1)
    assert.deepEqual(
      asked.may.filter((kind) => ['override', 'approve', 'return'].includes(kind)),
      ['return', 'override'],
    )
    assert.match(asked.steps[0]?.reason ?? '', /正文（电话号码）：是公开的热线/)
    const home = await reviewer.call('GET', '/desk/home')
    const { waiting } = home.body as { waiting: { documentId: string }[] }
    assert.ok(waiting.some(({ documentId }) => documentId === id))

    await refused('reviewer', id, { kind: 'approve' }, /没有放行/)
    const override = {
      kind: 'override',
      reason: '司法局官网公布',
      digests: [asked.hits[0]?.digest],
    }
    assert.equal((await desk.attempt(author, 'essay', id, override)).status, 403)
    await desk.take(reviewer, 'essay', id, override)
    await desk.take(reviewer, 'essay', id, { kind: 'approve' })
    await desk.take(desk.publisher, 'essay', id, { kind: 'publish' })
    // The finished release is checked too, where the text stands on its page, in lists, in the index.
    const page = `${installation.portal}/essays/asked-to-pass/`
    await until('the page', 120, async () => (await fetch(page)).ok || undefined)
    assert.match(await (await fetch(page)).text(), /13800138000/)
  })

  it('is stopped over two lines, between words, backwards, in words, and by accounts', async () => {
    const bodies = [
      '- 身份证号：330106\n- 19850412002X',
      '| 电话 | 139 |\n| - | - |\n| 1234 | 5678 |',
      '前三位是139，后八位是12345678',
      '电话倒过来写：00083100831',
      'yao san jiu yi er san si wu liu qi ba',
      '请加微信：lisi_1988',
    ]
    for (const [index, body] of bodies.entries()) {
      const id = await desk.write(desk.author, 'essay', essay(`disguised-${index}`, { body }))
      await refused('author', id, { kind: 'submit' }, /可能含有个人信息/)
    }
  })

  it('is asked of whoever approves, where it only may be, who is named with the edition', async () => {
    const { author, reviewer, publisher } = desk
    const body = '居民李秀英反映路灯不亮，已修好。'
    const id = await desk.write(author, 'essay', essay('doubtful', { body }))
    await desk.take(author, 'essay', id, { kind: 'submit' })
    const { doubts, hits } = await desk.standing(reviewer, 'essay', id)
    assert.deepEqual(
      [hits, doubts.map(({ field, kind }) => [field, kind])],
      [[], [['body', '可能是真实姓名']]],
    )
    await refused('reviewer', id, { kind: 'approve' }, /也许能认出个人：正文（可能是真实姓名）/)
    const looked = doubts.map(({ digest }) => digest)
    await desk.take(reviewer, 'essay', id, { kind: 'approve', looked })
    await desk.take(publisher, 'essay', id, { kind: 'publish' })
    const { steps, editions } = await desk.standing(publisher, 'essay', id)
    const confirmed = steps.find(({ word }) => word === '确认可以公开')
    assert.deepEqual(
      [confirmed?.who, confirmed?.reason],
      ['宣传审核', '正文（可能是真实姓名）：可以公开'],
    )
    assert.deepEqual(
      editions[0]?.looked.map(({ who, name }) => [who, name]),
      [['宣传审核', '正文（可能是真实姓名）']],
    )

    // Another name is asked of anew.
    await desk.save(author, 'essay', id, { body: `${body}村民赵国强投诉，同上。` })
    await desk.take(author, 'essay', id, { kind: 'submit' })
    const again = await desk.standing(reviewer, 'essay', id)
    assert.equal(again.doubts.length, 1)
    await refused('reviewer', id, { kind: 'approve', looked }, /也许能认出个人/)
  })

  it('has nothing to ask for where nothing was found', async () => {
    const id = await desk.write(desk.author, 'essay', essay('nothing-to-ask'))
    await refused('author', id, { kind: 'ask', reason: '没有提示' }, /直接提交审核/)
  })

  it('is looked for by a person in pictures and scans, who is named with the edition', async () => {
    const { author, reviewer, publisher } = desk
    const picture = await sharp({
      create: { width: 40, height: 30, channels: 3, background: '#888' },
    })
      .png()
      .toBuffer()
    const files: [string, Uint8Array][] = [
      ['通知.png', picture],
      ['notice.pdf', leaflet({ shown: '' })],
      ['leaflet.pdf', leaflet()],
    ]
    const urls: string[] = []
    for (const [name, bytes] of files) {
      const { status, body } = await author.send('/upload', name, bytes, 'files')
      assert.equal(status, 201, JSON.stringify(body))
      urls.push((body as { url: string }[])[0]?.url.replace('/uploads/', '/media/') ?? '')
    }
    const [shown = '', scanned = '', read = ''] = urls
    const body = `见图。\n\n![通知的照片](${shown})\n\n[扫描件](${scanned})、[折页](${read})。`
    const id = await desk.write(author, 'essay', essay('with-a-scan', { body }))
    await desk.take(author, 'essay', id, { kind: 'submit' })

    const { unread } = await desk.standing(reviewer, 'essay', id)
    assert.deepEqual(
      unread.map(({ name, pages }) => [`/media/${name}`, pages]),
      [
        [shown, []],
        [scanned, [1]],
      ],
    )
    await refused('reviewer', id, { kind: 'approve' }, /程序读不出来.*第 1 页/)
    const [first] = unread
    await refused('reviewer', id, { kind: 'approve', looked: [first?.digest] }, /程序读不出来/)
    const looked = unread.map(({ digest }) => digest)
    await desk.take(reviewer, 'essay', id, { kind: 'approve', looked })
    await desk.take(publisher, 'essay', id, { kind: 'publish' })
    const { steps, editions } = await desk.standing(publisher, 'essay', id)
    const look = steps.find(({ word }) => word === '看过图片和扫描件')
    assert.deepEqual([look?.who, /没有个人信息$/.test(look?.reason ?? '')], ['宣传审核', true])
    assert.deepEqual(
      editions[0]?.looked.map(({ who, name }) => [who, `/media/${name}`]),
      [
        ['宣传审核', shown],
        ['宣传审核', scanned],
      ],
    )

    // Looked at once is enough, until there is another file.
    await desk.save(author, 'essay', id, { body: `${body}\n\n补一句。` })
    await desk.publish('essay', id)
  })

  it('is not looked for under the number of no case', async () => {
    const path = '/content-manager/collection-types/api::notice.notice'
    for (const caseNumber of ['1234567890123456', '1234 5678 9012 3456', '12']) {
      const answer = await desk.author.call('POST', path, { title: '公示', caseNumber })
      assert.equal(answer.status, 400, JSON.stringify(answer.body))
    }
    assert.match(
      JSON.stringify(
        (await desk.author.call('POST', path, { title: '公示', caseNumber: '1234567890123456' }))
          .body,
      ),
      /不能选这个编号/,
    )
    const standing = await desk.author.call('GET', deskOf('notice', 'nothing'))
    assert.equal(standing.status, 404)
  })
})
