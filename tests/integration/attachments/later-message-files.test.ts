import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { Decrypter } from 'age-encryption'
import sharp from 'sharp'
import { formKey, postAsBrowser, visibleText } from '../../support/portal/citizen.ts'
import type { Page } from '../../support/portal/citizen.ts'
import { pdfFile } from '../../support/files/files.ts'
import { startIntake } from '../../support/portal/intake.ts'
import type { Filed, Intake } from '../../support/portal/intake.ts'

let intake: Intake
let photo: File
before(async () => {
  intake = await startIntake()
  const canvas = { width: 40, height: 30, channels: 3, background: '#2266aa' } as const
  const bytes = await sharp({ create: canvas }).jpeg().toBuffer()
  photo = new File([new Uint8Array(bytes)], '工资条.jpg')
})
after(() => intake.stop())

const appeal = { level: 'review', lastDay: '2126-12-21' } as const
/** The key of the supplement's own form. */
const keyOf = ({ html }: Page) => formKey(html.slice(html.indexOf('id="supplement"')))
const collected = async (): Promise<Filed & { formKey: string }> => {
  const filed = await intake.file()
  await intake.bureau.push(filed.digits, { revision: 1, state: 'replied', may: { appeal } })
  return { ...filed, formKey: keyOf(await intake.citizen.track(filed.number, filed.code)) }
}
/** Posts the form as a browser does: hidden fields, text, files. */
const send = async (
  intent: string,
  filed: Filed & { formKey: string },
  fields: Record<string, string>,
  files: File[],
): Promise<Page> => {
  const form = new FormData()
  const { number, code } = filed
  const all = { intent, number, code, key: filed.formKey, ...fields, attachments: 'all' }
  for (const [name, value] of Object.entries(all)) form.append(name, value)
  for (const file of files) form.append('files', file)
  return postAsBrowser(`${intake.portal.url}/petition/track/`, form)
}
const received = async ({ digits }: Filed) =>
  (await intake.bureau.collect()).flatMap((opened) =>
    opened.number === digits && (opened.kind === 'supplement' || opened.kind === 'appeal')
      ? [opened]
      : [],
  )
/** The buttons that take a file out. */
const removals = ({ html }: Page) =>
  [...html.matchAll(/<button[^>]*name="remove"[^>]*>/g)].map(([button]) => {
    const attribute = (name: string) => new RegExp(`${name}="([^"]+)"`, 'i').exec(button)?.[1] ?? ''
    return { id: attribute('value'), to: attribute('formaction') }
  })
/** What the office finds when it opens an attachment. */
const openAttachment = async (id: string): Promise<Uint8Array> => {
  const response = await fetch(`${intake.portal.url}/mailbox/attachments/${id}`, {
    headers: { authorization: `Bearer ${intake.data.token}` },
  })
  assert.equal(response.status, 200)
  const decrypter = new Decrypter()
  decrypter.addIdentity(intake.data.identity)
  return decrypter.decrypt(new Uint8Array(await response.arrayBuffer()))
}

it('brings files with a supplement, once however often the form is sent', async () => {
  const filed = await collected()
  for (let time = 0; time < 2; time += 1) {
    const page = await send('supplement', filed, { text: '附上工资条。' }, [photo])
    assert.equal(page.status, 200)
    assert.match(visibleText(page), /补充材料已送出 ?工作人员/)
  }
  const [supplement, ...more] = await received(filed)
  assert.equal(more.length, 0)
  const [attachment = assert.fail(), ...others] = supplement?.attachments ?? []
  assert.equal(others.length, 0)
  assert.deepEqual([attachment.name, attachment.type], ['工资条.jpg', 'image/jpeg'])
  const opened = await openAttachment(attachment.id)
  assert.equal(opened.length, attachment.bytes)
  assert.equal((await sharp(opened).metadata()).width, 40)
})

it('brings files with an appeal', async () => {
  const filed = await collected()
  const page = await send('appeal', filed, { level: 'review', grounds: '不同意。' }, [photo])
  assert.match(visibleText(page), /复查申请已送出/)
  const [sent] = await received(filed)
  assert.deepEqual([sent?.kind, sent?.attachments.length], ['appeal', 1])
})

it('keeps the files through a fault in the text, and the text through a fault in the files', async () => {
  const filed = await collected()
  const empty = await send('supplement', filed, { text: '' }, [photo])
  assert.equal(empty.status, 422)
  assert.match(visibleText(empty), /请写补充的内容.*工资条\.jpg ?已上传/)
  assert.equal(keyOf(empty), filed.formKey)

  const program = new File(['#!/bin/sh\necho'], '工资条.pdf')
  const refused = await send('supplement', filed, { text: '附上工资条。' }, [program])
  assert.equal(refused.status, 422)
  assert.match(visibleText(refused), /工资条\.pdf：/)
  assert.ok(refused.html.includes('附上工资条。'))
  assert.deepEqual(await received(filed), [])

  const sent = await send('supplement', filed, { text: '附上工资条。' }, [])
  assert.match(visibleText(sent), /补充材料已送出/)
  const [supplement] = await received(filed)
  assert.deepEqual(
    supplement?.attachments.map(({ name }) => name),
    ['工资条.jpg'],
  )
})

it('asks for the files anew where they went with an earlier message', async () => {
  const filed = await collected()
  await send('supplement', filed, { text: '第一次。' }, [photo])
  const page = await send('supplement', filed, { text: '第二次。' }, [])
  assert.equal(page.status, 422)
  assert.match(visibleText(page), /附件要重新选.*第二次。/)
  assert.notEqual(keyOf(page), filed.formKey)
  const again = { ...filed, formKey: keyOf(page) }
  assert.match(
    visibleText(await send('supplement', again, { text: '第二次。' }, [])),
    /已送出（2 份）/,
  )
  assert.equal((await received(filed)).length, 2)
})

it('takes a file out again without a script, and keeps what was written', async () => {
  for (const [intent, fields] of [
    ['supplement', { text: '' }],
    ['appeal', { level: 'review', grounds: '' }],
  ] as const) {
    const filed = await collected()
    const other = new File([new Uint8Array(pdfFile())], '错的.pdf')
    const page = await send(intent, filed, fields, [photo, other])
    assert.match(visibleText(page), /错的\.pdf.*删去：错的\.pdf/)
    const [, wrong = assert.fail()] = removals(page)
    assert.match(wrong.to, /^\/petition\/track\/#/)

    const written = { ...fields, text: '写了一半。', grounds: '写了一半。' }
    const without = await send(intent, filed, { ...written, remove: wrong.id }, [])
    assert.equal(without.status, 200)
    assert.match(visibleText(without), /工资条\.jpg ?已上传/)
    assert.doesNotMatch(visibleText(without), /错的\.pdf|已送出|还没有送出/)
    assert.ok(without.html.includes('写了一半。</textarea>'))
    assert.match(without.html, new RegExp(`<details id="${intent}" open`))
    assert.deepEqual(await received(filed), [])

    await send(intent, filed, written, [])
    const [sent] = await received(filed)
    assert.deepEqual(
      sent?.attachments.map(({ name }) => name),
      ['工资条.jpg'],
    )
  }
})

it('takes no file out for who is not let in, nor where nothing can be sent any more', async () => {
  const filed = await collected()
  const page = await send('supplement', filed, { text: '' }, [photo])
  const [{ id } = assert.fail()] = removals(page)
  const remove = { text: '写了一半。', remove: id }
  const stranger = await send('supplement', { ...filed, code: '0000 0000 0000' }, remove, [])
  assert.equal(stranger.status, 404)
  assert.doesNotMatch(stranger.html, /工资条/)
  await intake.bureau.push(filed.digits, {
    revision: 2,
    state: 'closed',
    may: { supplement: false },
  })
  const closed = await send('supplement', filed, remove, [])
  assert.equal(closed.status, 409)
  assert.match(visibleText(closed), /现在不能补充材料.*写了一半/)
})
