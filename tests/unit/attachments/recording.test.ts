import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Arrived } from '@portal/content/attachments/received-file'
import { cleanTags } from '@portal/content/attachments/check/recording/tags'
import { cleanWave } from '@portal/content/attachments/check/recording/wave'
import { cleanWebm } from '@portal/content/attachments/check/recording/webm'

type Clean = (file: Arrived) => Promise<AsyncIterable<Uint8Array> | undefined>

const arrived = (bytes: Buffer, part: number): Arrived => ({
  size: bytes.length,
  async *from(start) {
    for (let at = start; at < bytes.length; at += part) yield bytes.subarray(at, at + part)
  },
})

async function cleaned(clean: Clean, bytes: Buffer, part = 64): Promise<Buffer | undefined> {
  const content = await clean(arrived(bytes, part))
  if (!content) return undefined
  const parts: Uint8Array[] = []
  for await (const chunk of content) parts.push(chunk)
  return Buffer.concat(parts)
}

/** Of what is kept every byte stays in its place; of what tells of place and device nothing stays. */
async function losesOnlyWhatTells(clean: Clean, given: Buffer, kept: (string | Buffer)[]) {
  const bytes = (await cleaned(clean, given)) ?? assert.fail('it was refused')
  assert.equal(bytes.length, given.length)
  assert.doesNotMatch(bytes.toString('latin1'), /CANARY|30\.25/)
  for (const one of kept) assert.equal(bytes.indexOf(one), given.indexOf(one), String(one))
  assert.deepEqual(await cleaned(clean, bytes), bytes, 'a second time')
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: given.length }), async (part) => {
      assert.deepEqual(await cleaned(clean, given, part), bytes)
    }),
    { numRuns: 40 },
  )
}

async function survivesDamage(clean: Clean, given: Buffer) {
  const change = fc.tuple(
    fc.integer({ min: 0, max: given.length - 1 }),
    fc.integer({ min: 0, max: 255 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
      const bytes = Buffer.from(given)
      for (const [at, value] of changes) bytes[at] = value
      const result = await cleaned(clean, bytes, 4096)
      assert.ok(result === undefined || result.length === given.length)
    }),
    { numRuns: 500 },
  )
}

describe('a WAV recording that a citizen sends', () => {
  const chunk = (type: string, content: Buffer | string, length?: number) => {
    const body = Buffer.from(content)
    const size = Buffer.alloc(4)
    size.writeUInt32LE(length ?? body.length)
    return Buffer.concat([Buffer.from(type), size, body, Buffer.alloc(body.length % 2)])
  }
  const wave = (chunks: Buffer[], form = 'RIFF') => {
    const body = Buffer.concat([Buffer.from('WAVE'), ...chunks])
    return chunk(form, body)
  }
  const format = chunk('fmt ', Buffer.from('0100010044ac000088580100020010', 'hex'))
  const told = chunk('LIST', `INFO${chunk('IART', 'CANARY').toString('latin1')}`)
  const broadcast = Buffer.concat([
    Buffer.from('CANARY place 30.25'.padEnd(256, '\0')),
    Buffer.from('CANARY-RECORDER'.padEnd(64, '\0')),
    Buffer.from('2026-11-2014:05:59'),
    Buffer.alloc(10),
    Buffer.from('CANARY-UMID'.padEnd(254, '\0')),
  ])

  it('loses what it is called, by whom and with what it was made, and keeps when', async () => {
    const chunks = [
      chunk('bext', broadcast),
      format,
      told,
      chunk('data', 'SOUND-ODD'),
      chunk('id3 ', 'ID3CANARY'),
      chunk('iXML', '<CANARY>30.25</CANARY>'),
    ]
    const given = Buffer.concat([wave(chunks), Buffer.from('CANARY behind it')])
    await losesOnlyWhatTells(cleanWave, given, ['fmt ', 'data', 'SOUND-ODD', '2026-11-2014:05:59'])
    await survivesDamage(cleanWave, given)
  })

  it('of a recorder that never wrote how long it is stays whole', async () => {
    for (const length of [0, 0xffff_ffff, 9_000]) {
      const given = wave([told, format, chunk('data', 'SOUND and LISTCANARY? no', length)])
      const bytes = (await cleaned(cleanWave, given)) ?? assert.fail()
      assert.ok(bytes.includes('SOUND and LISTCANARY? no'), String(length))
      assert.ok(!bytes.includes('INFO'))
    }
  })

  it('longer than four gigabytes says so elsewhere', async () => {
    const sizes = Buffer.alloc(28)
    sizes.writeBigUInt64LE(10n, 8)
    const chunks = [chunk('ds64', sizes), format, chunk('data', 'SOUND-LONG', 0xffff_ffff), told]
    await losesOnlyWhatTells(cleanWave, wave(chunks, 'RF64'), ['ds64', 'SOUND-LONG'])
  })
})

describe('a recording of frames that a citizen sends', () => {
  const id3 = (content: string, { version = 3, footer = false } = {}) => {
    const body = Buffer.from(content)
    const head = (sign: string) =>
      Buffer.concat([
        Buffer.from(sign),
        Buffer.from([version, 0, footer ? 0x10 : 0, 0, 0, body.length >> 7, body.length & 0x7f]),
      ])
    return Buffer.concat([head('ID3'), body, ...(footer ? [head('3DI')] : [])])
  }
  const ape = (content: string) => {
    const block = (flags: number) => {
      const bytes = Buffer.alloc(32)
      bytes.write('APETAGEX')
      bytes.writeUInt32LE(2000, 8)
      bytes.writeUInt32LE(content.length + 32, 12)
      bytes.writeUInt32LE(flags, 20)
      return bytes
    }
    return [block(0xa000_0000), Buffer.from(content), block(0x8000_0000)]
  }
  const frame = Buffer.from('fffb9000534f554e442d31', 'hex')
  const old = Buffer.from(`TAG${'CANARY'.padEnd(125, ' ')}`)

  it('loses the tags in front, between and behind, and keeps every frame', async () => {
    const more = Buffer.from(`TAG+${'CANARY'.padEnd(223, ' ')}`)
    const lyrics = Buffer.from('LYRICSBEGININD00002CANARY000037LYRICS200')
    for (const given of [
      [id3('TXXX CANARY 30.25'.padEnd(400)), frame, id3('GEOB CANARY'), frame, old],
      [id3('CANARY', { version: 4, footer: true }), frame, ...ape('CANARY=30.25')],
      [frame, ...ape('CANARY').slice(1), old],
      [frame, Buffer.alloc(900), lyrics, more, old],
      [id3('CANARY', { version: 2 }), id3('CANARY'), frame],
    ]) {
      await losesOnlyWhatTells(cleanTags, Buffer.concat(given), [frame])
      await survivesDamage(cleanTags, Buffer.concat(given))
    }
  })

  it('keeps sound that only looks like a tag', async () => {
    const given = Buffer.concat([
      frame,
      Buffer.from('ID3\xff\xff\xff\xff\xff\xff\xffTAG', 'latin1'),
    ])
    assert.deepEqual(await cleaned(cleanTags, given), given)
  })
})

describe('a WebM film that a citizen sends', () => {
  const element = (id: string, content: Buffer | string, endless = false) => {
    const body = Buffer.from(content)
    const size = Buffer.alloc(8)
    size.writeBigUInt64BE(BigInt(body.length))
    size[0] = 0x01
    const unknown = Buffer.from('01ffffffffffffff', 'hex')
    return Buffer.concat([Buffer.from(id, 'hex'), endless ? unknown : size, body])
  }
  const all = (...parts: Buffer[]) => Buffer.concat(parts)
  const track = (type: number, ...more: Buffer[]) =>
    element('ae', all(element('d7', '\x01'), element('83', Buffer.from([type])), ...more))
  const head = element('1a45dfa3', element('4282', 'webm'))
  const film = ({ endless = false, third = [] as Buffer[] } = {}) =>
    all(
      head,
      element(
        '18538067',
        all(
          element(
            '1549a966',
            all(
              element('bf', 'abcd'),
              element('2ad7b1', '\x0f\x42\x40'),
              element('4461', 'DATEUTC8'),
              element('7ba9', 'CANARY-TITLE'),
              element('4d80', 'CANARY-PROGRAM'),
              element('5741', 'CANARY-DEVICE'),
            ),
          ),
          element(
            '1654ae6b',
            all(
              track(1, element('536e', 'CANARY-LENS'), element('86', 'V_VP8')),
              track(2, element('86', 'A_OPUS'), element('258688', 'CANARY')),
              ...third,
            ),
          ),
          element('1254c367', 'CANARY location 30.25'),
          element('1f43b675', all(element('e7', '0'), element('a3', 'PICTURE-1')), endless),
          element('1f43b675', all(element('e7', '1'), element('a0', 'SOUND-22')), endless),
          element('1941a469', 'CANARY attached'),
          element('1043a770', 'CANARY chapter'),
          element('ec', 'CANARY left over'),
          element('1c53bb6b', 'CUES'),
        ),
        endless,
      ),
    )
  const kept = ['PICTURE-1', 'SOUND-22', 'V_VP8', 'A_OPUS', 'DATEUTC8', 'CUES']

  it('loses title, device, tags, attachments and chapters, however it was written', async () => {
    for (const endless of [false, true]) {
      await losesOnlyWhatTells(cleanWebm, film({ endless }), kept)
      await survivesDamage(cleanWebm, film({ endless }))
    }
  })

  it('that breaks off is taken as far as it goes', async () => {
    const given = film({ endless: true })
    const cut = given.subarray(0, given.indexOf('SOUND-22') + 3)
    assert.ok((await cleaned(cleanWebm, cut))?.includes('PICTURE-1'))
  })

  it('is refused where it has a track of words or of places', async () => {
    for (const type of [0x11, 0x21]) {
      assert.equal(await cleaned(cleanWebm, film({ third: [track(type)] })), undefined)
    }
    assert.equal(await cleaned(cleanWebm, all(head, Buffer.from('\0\0\0'))), undefined)
  })
})
