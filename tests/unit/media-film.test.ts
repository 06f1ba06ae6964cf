import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { boxesIn } from '../../cms/src/media/boxes.ts'
import { cleanFile } from '../../cms/src/media/clean.ts'
import { findTool } from '../../cms/src/media/ffmpeg.ts'
import { filmFacts } from '../../cms/src/media/film.ts'
import { blankMoov, readMoov, secondsOf } from '../../cms/src/media/moov.ts'
import { posterMoment } from '../../cms/src/media/poster-moment.ts'
import { box, film, mvhd } from '../support/films.ts'

const folders = (process.env.PATH ?? '').split(':')
const bundled = 'content/media/how-sixty-days-are-counted.mp4'

describe('the head of a film', () => {
  it('tells its length, whatever the scale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 32 - 2 }),
        fc.integer({ min: 1, max: 2 ** 32 - 1 }),
        (length, scale) => {
          const bytes = mvhd(length, scale)
          const [head] = boxesIn(bytes) ?? assert.fail('no box')
          assert.equal(head && secondsOf(bytes, head), length / scale)
        },
      ),
    )
  })

  it('any bytes at all are read or refused, never a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        readMoov(bytes)
        blankMoov(bytes)
      }),
    )
  })

  it('a damaged head is read or refused, never a fault, and keeps its length', () => {
    const whole = film()
    const moov = boxesIn(whole)?.find(({ type }) => type === 'moov') ?? assert.fail('no head')
    const place = fc.integer({ min: 0, max: moov.end - moov.at - 1 })
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 }))), (changes) => {
        const bytes = Buffer.from(whole.subarray(moov.at, moov.end))
        for (const [at, value] of changes) bytes[at] = value
        readMoov(bytes)
        blankMoov(bytes)
        assert.equal(bytes.length, moov.end - moov.at)
      }),
    )
  })

  it('a poster shows a moment inside the film', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 3600, noNaN: true }), (seconds) => {
        assert.ok(posterMoment(seconds) > 0 && posterMoment(seconds) < seconds)
      }),
    )
  })
})

describe('a film on its way into the media library', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'films-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const clean = async (bytes: Uint8Array, ffmpeg?: string) => {
    const path = join(folder, 'given')
    await writeFile(path, bytes)
    const result = await cleanFile(path, folder, { ffmpeg })
    return result.ok ? { ...result, bytes: await readFile(result.path) } : result
  }
  const refusal = async (bytes: Uint8Array) => {
    const result = await clean(bytes)
    return result.ok ? assert.fail('the film was taken') : result.error
  }

  it('loses place, author, device and time, and nothing moves in it', async () => {
    const given = film()
    const result = await clean(given)
    assert.ok(result.ok, JSON.stringify(result))
    assert.doesNotMatch(result.bytes.toString('latin1'), /CANARY|30\.25/)
    assert.equal(result.bytes.length, given.length)
    assert.equal(result.bytes.indexOf('pictures'), given.indexOf('pictures'))
    assert.deepEqual(await filmFacts(result.path), { seconds: 4, pictures: ['avc1'], others: [] })
    assert.ok(
      !result.bytes.includes(given.subarray(given.indexOf('mvhd') + 8, given.indexOf('mvhd') + 12)),
    )
  })

  it('a real film keeps its length and pictures, with ffmpeg and without', async (t) => {
    const ffmpeg = await findTool('ffmpeg', folders)
    if (!ffmpeg) t.diagnostic('ffmpeg is not installed here: only the way without it was tried')
    const given = await readFile(bundled)
    const tagged = Buffer.concat([given, box('uuid', Buffer.alloc(16), 'CANARY-XMP')])
    for (const tool of new Set([undefined, ffmpeg])) {
      const result = await clean(tagged, tool)
      assert.ok(result.ok, JSON.stringify(result))
      assert.ok(!result.bytes.includes('CANARY'))
      assert.equal((await filmFacts(result.path))?.seconds, 54)
    }
  })

  it('is refused with what to do where browsers cannot play it, or it is cut off', async () => {
    assert.match(await refusal(film({ codec: 'hvc1' })), /H\.264/)
    assert.match(await refusal(film().subarray(0, -4)), /读不出来/)
    assert.match(await refusal(Buffer.concat([film(), Buffer.from('<script>')])), /读不出来/)
    assert.match(await refusal(film({ seconds: 3700 })), /60 分钟/)
  })

  it('a track of places is refused where it cannot be taken out', async () => {
    assert.match(await refusal(film({ others: ['meta'] })), /位置/)
  })
})
