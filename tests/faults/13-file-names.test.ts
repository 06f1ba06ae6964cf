import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { after, before, it } from 'node:test'
import fc from 'fast-check'
import { attachment } from '../../content/schema/petition/attachment.ts'
import { cleanName, nameAs } from '@portal/content/attachments/name'
import { newIdempotencyKey } from '../../site/src/petition/submit/idempotency-key.ts'
import { startBarePortal } from '../support/portal/bare-portal.ts'
import type { BarePortal } from '../support/portal/bare-portal.ts'
import { createBureau } from '../support/portal/bureau.ts'
import { pdfFile } from '../support/files/files.ts'
import { createUploader } from '../support/portal/uploads.ts'

let bare: BarePortal
before(async () => void (bare = await startBarePortal()))
after(() => bare.stop())

const hostile: [string, string][] = [
  ['../../../etc/cron.d/x.pdf', 'x.pdf'],
  ['..\\..\\windows\\收据.pdf', '收据.pdf'],
  ['a\0b\n\u0007.pdf', 'ab.pdf'],
  ['收据\u202Efdp.doc', '收据fdp.pdf'],
  ['\u200B\uFEFF.pdf', 'pdf.pdf'],
  ['字'.repeat(500), `${'字'.repeat(80)}.pdf`],
  ['', '附件.pdf'],
  ['..', '附件.pdf'],
  ['con.pdf', '_con.pdf'],
  ['<img src=x onerror=alert(1)>.PDF', '_img src=x onerror=alert(1)_.pdf'],
  ['=cmd|calc', '=cmd_calc.pdf'],
]

it('stores hostile names as inert ones, and writes nothing under them (13)', async () => {
  const { portal, data, file } = bare
  const before = readdirSync(data.path, { recursive: true }).length
  for (const [name, kept] of hostile) {
    const key = newIdempotencyKey()
    const uploader = createUploader(portal.url, key)
    const reply = await uploader.upload(name, pdfFile({ text: kept }))
    assert.equal(reply.status, 200, JSON.stringify(reply.value))
    assert.equal(reply.value.name, kept)
    assert.equal((await file(key, reply.id, `名字 ${kept}`.slice(0, 60))).status, 200)
  }
  const filed = await createBureau(portal.url, data.identity, data.token).allPetitions()
  assert.deepEqual(
    filed.map(({ attachments }) => attachments.map(({ name }) => name)),
    hostile.map(([, kept]) => [kept]),
  )
  assert.equal(readdirSync(data.path, { recursive: true }).length, before)
})

it('makes of any name one that is short, plain and of the right kind (13)', () => {
  const extension = fc.constantFrom('pdf', 'docx', 'jpg')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), extension, (typed, kind) => {
      const name = nameAs(typed, kind)
      assert.ok(attachment.shape.name.safeParse(name).success)
      assert.match(name, new RegExp(`[^.]\\.${kind}$`, 'u'))
      assert.doesNotMatch(name, /[\\/<>:"|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|^[. ]/u)
      assert.equal(nameAs(name, kind), name)
      assert.equal(cleanName(name), name)
    }),
    { numRuns: 2_000 },
  )
})
