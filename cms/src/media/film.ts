import { copyFile, open, type FileHandle } from 'node:fs/promises'
import { longestHeader, readHeader, type Box } from './boxes.ts'
import type { Refusal } from './cleaned.ts'
import { remux } from './ffmpeg.ts'
import { longestFilm } from './limits.ts'
import { blankMoov, readMoov, type FilmFacts } from './moov.ts'

const damaged =
  '这个视频读不出来，可能没有录完或者已经损坏：请在剪辑软件里重新导出为 MP4（H.264）再上传'
const codec = '很多浏览器放不了这个视频的画面编码：请在剪辑软件里导出为 MP4，编码选 H.264，再上传'
const hidden =
  '这个视频里夹着位置、设备等附加数据，服务器去不掉：请在剪辑软件里重新导出为 MP4（H.264）再上传'
const long = `视频长于 ${longestFilm / 60} 分钟：请剪成几段再上传`

const largestMoov = 32 * 1024 * 1024
const atTop = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'uuid', 'meta', 'udta'])
const pieces = new Set(['moof', 'styp', 'sidx', 'mfra', 'ssix', 'prft', 'emsg', 'pdin'])

async function topBoxes(file: FileHandle): Promise<Box[] | undefined> {
  const { size } = await file.stat()
  const boxes: Box[] = []
  let at = 0
  while (at < size) {
    const bytes = Buffer.alloc(longestHeader)
    const { bytesRead } = await file.read(bytes, 0, longestHeader, at)
    const header = readHeader(bytes.subarray(0, bytesRead))
    if (!header) return undefined
    const end = header.size === 0 ? size : at + header.size
    if (end > size || boxes.length > 100_000) return undefined
    boxes.push({ type: header.type, at, body: at + header.header, end })
    at = end
  }
  return boxes
}

async function readBox(file: FileHandle, { at, end }: Box): Promise<Buffer | undefined> {
  if (end - at > largestMoov) return undefined
  const bytes = Buffer.alloc(end - at)
  await file.read(bytes, 0, bytes.length, at)
  return bytes
}

/**
 * What the head of an MP4 file says of it.
 * @returns undefined where it is no whole MP4 file
 */
export async function filmFacts(path: string): Promise<FilmFacts | undefined> {
  const file = await open(path, 'r')
  try {
    const moov = (await topBoxes(file))?.find(({ type }) => type === 'moov')
    const bytes = moov && (await readBox(file, moov))
    return bytes && readMoov(bytes)
  } finally {
    await file.close()
  }
}

/** Writes zeros over everything in the file that tells of the film instead of playing it. */
async function blankFilm(path: string): Promise<undefined | Refusal> {
  const file = await open(path, 'r+')
  try {
    for (const box of (await topBoxes(file)) ?? []) {
      if (box.type === 'moov') {
        const bytes = await readBox(file, box)
        if (!bytes) return { error: damaged }
        blankMoov(bytes)
        await file.write(bytes, 0, bytes.length, box.at)
      } else if (box.type !== 'ftyp' && box.type !== 'mdat') {
        await file.write(Buffer.from('free'), 0, 4, box.at + 4)
        const zeros = Buffer.alloc(64 * 1024)
        for (let at = box.body; at < box.end; at += zeros.length) {
          await file.write(zeros, 0, Math.min(zeros.length, box.end - at), at)
        }
      }
    }
    return undefined
  } finally {
    await file.close()
  }
}

async function isCut(path: string): Promise<boolean | undefined> {
  const file = await open(path, 'r')
  try {
    const types = (await topBoxes(file))?.map(({ type }) => type)
    if (!types?.every((type) => atTop.has(type) || pieces.has(type))) return undefined
    return types.some((type) => pieces.has(type))
  } finally {
    await file.close()
  }
}

/**
 * Copies a film without what tells of place, author, device and editor. With ffmpeg the streams of
 * picture and sound are packed anew (and the head goes to the front, so that it plays while it loads);
 * without, the boxes are blanked in a copy, and a film that hides such data in a track is refused.
 * @param ffmpeg where the program is, if it is installed
 */
export async function cleanFilm(
  from: string,
  to: string,
  ffmpeg: string | undefined,
): Promise<undefined | Refusal> {
  const given = await filmFacts(from)
  const cut = await isCut(from)
  if (!given || cut === undefined || given.pictures.length === 0) return { error: damaged }
  if (!given.pictures.every((name) => /^avc[13]$/.test(name))) return { error: codec }
  const packed = ffmpeg !== undefined && (await remux(ffmpeg, from, to))
  if (!packed) {
    if (given.others.length > 0) return { error: hidden }
    if (cut) return { error: damaged }
    await copyFile(from, to)
  }
  const facts = await filmFacts(to)
  if (!facts) return { error: damaged }
  if ((facts.seconds ?? 0) > longestFilm) return { error: long }
  return blankFilm(to)
}
