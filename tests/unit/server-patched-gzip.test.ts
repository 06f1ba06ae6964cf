import assert from 'node:assert/strict'
import { it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { patchedGzip } from '../../site/src/server/releases/patched-gzip.ts'

it('opens to the parts with the patch between them, whatever they are', () => {
  const bytes = (maxLength: number) =>
    fc.uint8Array({ maxLength }).map((content) => Buffer.from(content))
  const text = fc
    .string({ unit: 'grapheme', maxLength: 2_000 })
    .map((content) => Buffer.from(content))
  const parts = fc.array(fc.oneof(bytes(2_000), text), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(parts, fc.array(bytes(100), { maxLength: 3 }), (given, patches) => {
      const make = patchedGzip(given)
      for (const patch of patches) {
        const whole = given.flatMap((part, index) => (index === 0 ? [part] : [patch, part]))
        assert.deepEqual(gunzipSync(make(patch)), Buffer.concat(whole))
      }
    }),
  )
})

it('is small where the parts are repetitive', () => {
  const part = Buffer.from('<option>柳岸社区</option>'.repeat(500))
  assert.ok(patchedGzip([part, part])(Buffer.from('key')).length < part.length / 20)
})
