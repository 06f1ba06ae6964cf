import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Arrived } from '@portal/content/attachments/received-file'
import { cleanFilm } from '@portal/content/attachments/check/film/clean'
import { box } from '../../support/files/films.ts'
import { telephoneFilm } from '../../support/files/telephone-film.ts'

function arrived(bytes: Buffer, part = 64): Arrived {
  return {
    size: bytes.length,
    async *from(start) {
      for (let at = start; at < bytes.length; at += part) yield bytes.subarray(at, at + part)
    },
  }
}

async function clean(bytes: Buffer, part?: number): Promise<Buffer | undefined> {
  const content = await cleanFilm(arrived(bytes, part))
  if (!content) return undefined
  const parts: Uint8Array[] = []
  for await (const chunk of content) parts.push(chunk)
  return Buffer.concat(parts)
}

describe('a film that a citizen sends', () => {
  for (const brand of ['qt  ', 'mp42', '3gp5', 'M4A ']) {
    for (const first of [true, false]) {
      it(`loses place and device, and nothing else: ${brand.trim()}, head ${first ? 'first' : 'last'}`, async () => {
        const given = telephoneFilm({ brand, first, long: first, sound: 'samr' })
        const bytes = (await clean(given)) ?? assert.fail('it was refused')
        assert.equal(bytes.length, given.length)
        assert.doesNotMatch(bytes.toString('latin1'), /CANARY|30\.25|120\.15/)
        for (const kept of ['PICTURE-1', 'PICTURE-22', 'SOUND-1', 'SOUND-22', 'samr', 'avc1']) {
          assert.equal(bytes.indexOf(kept), given.indexOf(kept), kept)
        }
        const taken = given.subarray(given.indexOf('mvhd'), given.indexOf('mvhd') + 100)
        assert.ok(bytes.includes(taken), 'when it was taken stays')
        assert.deepEqual(await clean(bytes), bytes)
      })
    }
  }

  it('comes out the same however it arrives', async () => {
    const given = telephoneFilm()
    const whole = await clean(given, given.length)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: given.length }), async (part) => {
        assert.deepEqual(await clean(given, part), whole)
      }),
    )
  })

  for (const words of [
    'F/2.8, SS 60, ISO 100, GPS (120.1500, 30.2500, 19), D 1m',
    '[latitude: 30.25] [longitude: 120.15]',
    'HOME(120.15,30.25) 2026.11.20',
    '30°15\'00" 120°09\'00"',
    Buffer.from('GPS(30.25,120.15)', 'utf16le'),
    '经度 120.15 纬度 30.25',
  ]) {
    it(`loses the subtitles in which a drone says where it is: ${String(words).slice(0, 20)}`, async () => {
      const given = telephoneFilm({ brand: 'mp42', words: ['', words] })
      const bytes = (await clean(given)) ?? assert.fail('it was refused')
      assert.equal(bytes.length, given.length)
      assert.ok(!bytes.includes(words))
      assert.doesNotMatch(bytes.toString('latin1'), /tx3g|30\.25|120\.15/)
      assert.ok(bytes.includes('PICTURE-22') && bytes.includes('SOUND-22'))
    })
  }

  it('keeps the subtitles in which somebody speaks', async () => {
    const words = ['三号楼 12.5 米，36.5°', '14:05:59.123 他说：“不修”'] as const
    const bytes = (await clean(telephoneFilm({ words }))) ?? assert.fail('it was refused')
    for (const word of [...words, 'tx3g']) assert.ok(bytes.includes(word), word)
  })

  it('loses the list of places of a dashboard camera, and the places', async () => {
    const type = box('ftyp', 'mp42', Buffer.alloc(4))
    const media = box('mdat', 'PICTURE', 'CANARY-PLACE')
    const pair = Buffer.alloc(16)
    pair.writeUInt32BE(type.length + 8 + 'PICTURE'.length, 8)
    pair.writeUInt32BE('CANARY-PLACE'.length, 12)
    const bytes = await clean(Buffer.concat([type, media, box('moov', box('gps ', pair))]))
    assert.ok(bytes)
    assert.ok(bytes.includes('PICTURE'))
    assert.ok(!bytes.includes('CANARY'))
  })

  it('is refused where hidden data cannot be told from what is seen', async () => {
    const film = telephoneFilm()
    assert.equal(await clean(Buffer.concat([film, box('moof', 'x')])), undefined)
    const broken = Buffer.from(film.toString('latin1').replaceAll('stsz', 'none'), 'latin1')
    assert.equal(await clean(broken), undefined)
    const read = Buffer.concat([telephoneFilm({ words: ['甲', '乙'] }), box('moof', 'x')])
    assert.equal(await clean(read), undefined)
  })

  it('goes as far as it goes where the recording broke off', async () => {
    const given = telephoneFilm()
    const end = given.indexOf('SOUND-22')
    assert.deepEqual(
      (await clean(given.subarray(0, end)))?.subarray(-9),
      given.subarray(end - 9, end),
    )
  })

  it('any damage gives a film of the same length or a refusal, never a fault', async () => {
    const given = telephoneFilm()
    const change = fc.tuple(
      fc.integer({ min: 0, max: given.length - 1 }),
      fc.integer({ min: 0, max: 255 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const bytes = Buffer.from(given)
        for (const [at, value] of changes) bytes[at] = value
        const result = await clean(bytes, 4096)
        assert.ok(result === undefined || result.length === given.length)
      }),
      { numRuns: 1_000 },
    )
  })
})
