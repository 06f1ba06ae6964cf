import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { cleanFile } from '../../../cms/src/media/clean.ts'
import { posterMoment, secondsOfFilm } from '../../../cms/src/media/film.ts'
import { box } from '../../support/files/films.ts'
import { telephoneFilm } from '../../support/files/telephone-film.ts'

const bundled = 'content/media/how-sixty-days-are-counted.mp4'

it('a poster shows a moment inside the film', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 3600, noNaN: true }), (seconds) => {
      assert.ok(posterMoment(seconds) > 0 && posterMoment(seconds) < seconds)
    }),
  )
})

describe('a film on its way into the media library', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'films-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const clean = async (bytes: Uint8Array) => {
    const path = join(folder, 'given')
    await writeFile(path, bytes)
    const result = await cleanFile(path, folder)
    return result.ok ? { ...result, bytes: await readFile(result.path) } : result
  }
  const refusal = async (bytes: Uint8Array) => {
    const result = await clean(bytes)
    return result.ok ? assert.fail('the film was taken') : result.error
  }

  for (const brand of [
    'isom',
    'mp42',
    'XAVC',
    'MSNV',
    'CAEP',
    'nvr1',
    'kddi',
    '3gp5',
    'qt  ',
    'NDSC',
  ]) {
    it(`is packed anew, whatever camera it is of: ${brand}`, async () => {
      const result = await clean(telephoneFilm({ brand, first: brand > 'M' }))
      assert.ok(result.ok, JSON.stringify(result))
      assert.deepEqual([result.ext, result.mime], ['.mp4', 'video/mp4'])
      assert.doesNotMatch(result.bytes.toString('latin1'), /CANARY|30\.25|ISO6709|mebx/)
      for (const kept of ['PICTURE-1', 'PICTURE-22', 'SOUND-1', 'SOUND-22']) {
        assert.ok(result.bytes.includes(kept), kept)
      }
      assert.ok(
        result.bytes.indexOf('moov') < result.bytes.indexOf('PICTURE-1'),
        'the head is last',
      )
      assert.equal(await secondsOfFilm(result.path), 4)
    })
  }

  it('that begins as QuickTime of old is named, with what to save it as', async () => {
    const film = telephoneFilm()
    assert.match(await refusal(film.subarray(film.readUInt32BE(0))), /MOV 视频.*导出为 MP4/)
  })

  it('keeps its length, and loses what hangs on it', async () => {
    const given = await readFile(bundled)
    const tagged = Buffer.concat([
      given,
      box('uuid', Buffer.alloc(16), 'CANARY-XMP'),
      Buffer.from('<script>'),
    ])
    const result = await clean(tagged)
    assert.ok(result.ok, JSON.stringify(result))
    assert.doesNotMatch(result.bytes.toString('latin1'), /CANARY|<script>/)
    assert.equal(await secondsOfFilm(result.path), 54)
  })

  it('with chapters is taken without them, and with the spatial sound of a telephone', async () => {
    const chapters = telephoneFilm({ words: ['CANARY-CHAPTER', '二'], chapters: true })
    const result = await clean(chapters)
    assert.ok(result.ok, JSON.stringify(result))
    assert.ok(!result.bytes.includes('CANARY-CHAPTER'))
    assert.match(result.left.join(), /^章节的名称（要用的，请填到“分段”里）$/)
    const spatial = await clean(telephoneFilm({ second: 'apac' }))
    assert.ok(spatial.ok, JSON.stringify(spatial))
    assert.match(spatial.left.join(), /^空间音频（普通的声音在）$/)
    const both = await clean(
      telephoneFilm({ second: 'apac', words: ['一', '二'], chapters: true, first: true }),
    )
    assert.equal(both.ok && both.left.length, 2)
    assert.match(await refusal(telephoneFilm({ sound: 'apac' })), /声音编码是 空间音频/)
    const plain = await clean(telephoneFilm())
    assert.deepEqual(plain.ok && plain.left, [])
  })

  it('without sound is taken', async () => {
    assert.ok((await clean(telephoneFilm({ sound: '' }))).ok)
  })

  for (const [what, film, words] of [
    ['H.265', { codec: 'hvc1' }, /画面编码是 H\.265.*H\.264/],
    ['MPEG-4 of old', { codec: 'mp4v' }, /画面编码是 MPEG-4/],
    ['ProRes', { codec: 'apcn' }, /画面编码是 ProRes/],
    ['10 bits', { profile: 0x6e }, /10 位色.*8 位/],
    ['4:2:2', { profile: 0x7a }, /4:2:2/],
    ['HDR as telephones take it', { colours: 18 }, /HDR.*SDR/],
    ['HDR of films', { colours: 16 }, /HDR/],
    ['sound of old telephones', { sound: 'samr' }, /声音编码是 AMR.*AAC/],
    ['sound of wide band', { sound: 'sawb' }, /声音编码是 AMR/],
    ['sound of cameras', { sound: 'sowt' }, /声音编码是 PCM.*AAC/],
    ['sound of cameras, the other way round', { sound: 'twos' }, /声音编码是 PCM/],
    ['sound of cinemas', { sound: 'ac-3' }, /声音编码是 杜比 AC-3/],
    ['sound of Apple', { sound: 'alac' }, /声音编码是 ALAC/],
    ['subtitles inside', { words: ['三号楼', '不亮'] }, /夹着字幕.*\.srt.*“字幕”/],
    ['subtitles inside, head first', { words: ['甲', '乙'], first: true }, /夹着字幕/],
    ['sound of two languages', { second: true }, /有 2 条声音.*只留一条/],
    ['no pictures', { codec: '', brand: 'mp42' }, /没有画面/],
    ['more than an hour', { seconds: 3700 }, /60 分钟/],
    ['a beginning that was cut off and is still there', { cut: 2 }, /剪掉了却还在/],
    ['an end that was cut off and is still there', { cutEnd: 2 }, /剪掉了却还在/],
  ] as const) {
    it(`is refused with what to save it as: ${what}`, async () => {
      const error = await refusal(telephoneFilm(film))
      assert.match(error, words)
      assert.match(error, /请/)
    })
  }

  it('is refused where it breaks off', async () => {
    const first = telephoneFilm({ brand: 'mp42', first: true })
    assert.match(await refusal(first.subarray(0, -4)), /读不出来/)
    assert.match(await refusal(telephoneFilm({ brand: 'mp42' }).subarray(0, -400)), /读不出来/)
  })

  it('any damage gives a film or a refusal, never a fault', async () => {
    const given = telephoneFilm({ brand: 'mp42' })
    const change = fc.tuple(
      fc.integer({ min: 8, max: given.length - 1 }),
      fc.integer({ min: 0, max: 255 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Buffer.from(given)
        for (const [at, value] of changes) bytes[at] = value
        const result = await clean(bytes)
        if (!result.ok) return assert.match(result.error, /请/)
        assert.doesNotMatch(result.bytes.toString('latin1'), /CANARY-(?:XMP|META|UUID|MAKE)/)
      }),
      { numRuns: 150 },
    )
  })
})
