import { box, fours } from './films.ts'

type Track = { kind: string; codec: string; samples: Buffer[]; entry: Buffer }

const scale = 1000
const matrix = fours(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
/** When it was taken: seconds since 1904. */
const taken = 3_800_000_000
const place = '+30.2500+120.1500/'

/** How a track of pictures is packed (ISO/IEC 14496-15); `profile` of H.264. */
function pictures(codec: string, profile: number, colours?: number): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt16BE(640, 0)
  size.writeUInt16BE(480, 2)
  const packer = Buffer.from('CANARY-PACKER'.padEnd(32, '\0'))
  const before = [fours(0), Buffer.from([0, 0, 0, 1]), Buffer.alloc(16), size]
  const after = [fours(0x480000, 0x480000, 0), Buffer.from([0, 1]), packer]
  const config = Buffer.from([1, profile, 0, 0x1e, 0xff, 0xe0, 0])
  const colour = Buffer.concat([Buffer.from('nclx'), Buffer.from([0, 9, 0, colours ?? 1, 0, 9, 0])])
  const more = [
    ...(/^avc/.test(codec) ? [box('avcC', config)] : []),
    ...(colours === undefined ? [] : [box('colr', colour)]),
  ]
  return box(codec, ...before, ...after, Buffer.from([0, 24, 0xff, 0xff]), ...more)
}

/** How a track of sound is packed: AAC, where `mp4a` says no more. */
function sounds(codec: string): Buffer {
  const description = Buffer.from('031900010004114015000000000000000000000005021190060102', 'hex')
  const before = [fours(0), Buffer.from([0, 0, 0, 1]), fours(0, 0, 0x00010010, 0, 48_000 << 16)]
  return box(codec, ...before, ...(codec === 'mp4a' ? [box('esds', fours(0), description)] : []))
}

/** A track whose samples lie one by one at `places` of the file, each as long as `lasting` thousandths. */
function track(
  { kind, samples, entry }: Track,
  { number, places, long, lasting, skipped, chapters }: TrackPlace,
): Buffer {
  const length = samples.length * lasting
  const seen = kind === 'vide' ? [640 << 16, 480 << 16] : [0, 0]
  const heard = fours(0, 0, 0, kind === 'soun' ? 0x01000000 : 0)
  const head = [fours(7, taken, taken, number, 0, length), heard, matrix, fours(...seen)]
  const name = Buffer.concat([Buffer.alloc(8), Buffer.from(kind), Buffer.alloc(12)])
  const offsets = Buffer.alloc(places.length * 8)
  for (const [index, at] of places.entries()) offsets.writeBigUInt64BE(BigInt(at), index * 8)
  const table = box(
    'stbl',
    box('stsd', fours(0, 1), entry),
    box('stts', fours(0, 1, samples.length, lasting)),
    box('stsc', fours(0, 1, 1, 1, 1)),
    box('stsz', fours(0, 0, samples.length, ...samples.map((sample) => sample.length))),
    long
      ? box('co64', fours(0, places.length), offsets)
      : box('stco', fours(0, places.length, ...places)),
  )
  const edits = box('edts', box('elst', fours(0, 1, length - skipped, skipped, 0x10000)))
  const here = box('dinf', box('dref', fours(0, 1), box('url ', fours(1))))
  const media = box(
    'mdia',
    box('mdhd', fours(0, taken, taken, scale, length, 0x55c40000)),
    box('hdlr', name, 'CANARY-TRACK\0'),
    box('minf', here, table),
  )
  const told = box('udta', box('name', 'CANARY-NAME'))
  const named = chapters ? [box('tref', box('chap', fours(chapters)))] : []
  return box('trak', box('tkhd', ...head), ...(skipped ? [edits] : []), ...named, media, told)
}
type TrackPlace = {
  number: number
  places: number[]
  long: boolean
  lasting: number
  skipped: number
  /** The number of the track that holds the names of its chapters; 0 where there is none. */
  chapters: number
}

type Options = {
  /** Of the file: `qt  `, `mp42`, `3gp5`, `M4A `. */
  brand?: string
  /** Whether the head stands in front of the samples. */
  first?: boolean
  /** Whether places in the file are written in eight bytes. */
  long?: boolean
  codec?: string
  profile?: number
  /** What the brightest pictures are meant for: 16 and 18 are HDR (ITU-T H.273). */
  colours?: number
  /** The codec of the sound; empty where there is none. */
  sound?: string
  seconds?: number
  /** Seconds of pictures that were cut off at the beginning and are still there; likewise at the end. */
  cut?: number
  cutEnd?: number
  /** What stands under the pictures at each of two moments; none where there are no subtitles. */
  words?: readonly [string | Buffer, string | Buffer]
  /** Whether these are the names of chapters. */
  chapters?: boolean
  /** Whether there is a second track of sound, as of another language; or its codec. */
  second?: boolean | string
}

/**
 * A film as a telephone takes it: pictures, sound, and moment by moment where it was; the place, the
 * device and the author again in every box that they use. There is nothing to see in it.
 */
export function telephoneFilm({
  brand = 'qt  ',
  first = false,
  long = false,
  codec = 'avc1',
  profile = 0x64,
  colours,
  sound = 'mp4a',
  seconds = 4,
  cut = 0,
  cutEnd = 0,
  words,
  chapters = false,
  second = false,
}: Options = {}): Buffer {
  const named = (...words: string[]) => words.map((word) => Buffer.from(word))
  const tracks: Track[] = [
    ...(codec
      ? [
          {
            kind: 'vide',
            codec,
            samples: named('PICTURE-1', 'PICTURE-22'),
            entry: pictures(codec, profile, colours),
          },
        ]
      : []),
    {
      kind: 'meta',
      codec: 'mebx',
      samples: named(`CANARY-1${place}`, `CANARY-2${place}`),
      entry: box('mebx', Buffer.alloc(40)),
    },
    ...(sound
      ? [
          {
            kind: 'soun',
            codec: sound,
            samples: named('SOUND-1', 'SOUND-22'),
            entry: sounds(sound),
          },
        ]
      : []),
    ...(second
      ? [
          {
            kind: 'soun',
            codec: second === true ? sound : second,
            samples: named('OTHER-1', 'OTHER-22'),
            entry: sounds(second === true ? sound : second),
          },
        ]
      : []),
    ...(words
      ? [
          {
            kind: 'sbtl',
            codec: 'tx3g',
            samples: words.map((word) => Buffer.from(word)),
            entry: box('tx3g', Buffer.alloc(38)),
          },
        ]
      : []),
  ]
  const samples = [0, 1].flatMap((n) => tracks.map((one) => one.samples[n] ?? Buffer.alloc(0)))
  const lasting = (seconds * scale) / 2
  const length = (seconds - cutEnd) * scale
  const movie = [fours(0, taken, taken, scale, length, 0x10000, 0x01000000, 0, 0), matrix]
  const head = (start: number) => {
    const placesOf = (own: number) =>
      [0, 1].map((n) =>
        samples.slice(0, n * tracks.length + own).reduce((sum, { length }) => sum + length, start),
      )
    const written = tracks.map((one, own) =>
      track(one, {
        number: own + 1,
        places: placesOf(own),
        long,
        lasting,
        skipped: one.kind === 'vide' ? cut * scale : 0,
        chapters: one.kind === 'vide' && chapters ? tracks.length : 0,
      }),
    )
    return box(
      'moov',
      box('mvhd', ...movie, fours(0, 0, 0, 0, 0, 0, tracks.length + 1)),
      ...written,
      box('udta', box('\xa9xyz', place), box('\xa9mak', 'CANARY-MAKE'), box('auth', 'CANARY')),
      box('meta', Buffer.alloc(4), `CANARY-META com.apple.quicktime.location.ISO6709 ${place}`),
      box('uuid', Buffer.alloc(16), 'CANARY-UUID'),
    )
  }
  const type = box('ftyp', brand, Buffer.alloc(4), brand)
  const told = [box('wide'), box('uuid', Buffer.alloc(16), 'CANARY-XMP'), box('free', 'CANARY')]
  const front = Buffer.concat([type, ...told])
  const media = box('mdat', ...samples)
  const before = front.length + (first ? head(0).length : 0) + 8
  return first
    ? Buffer.concat([front, head(before), media])
    : Buffer.concat([front, media, head(before)])
}
