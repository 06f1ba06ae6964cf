import { type Box, boxesIn, find } from '../../../files/mp4-boxes.ts'
import type { Stretch } from '../apply-patches.ts'
import { samplesOf } from './samples.ts'

/** The boxes by which a film plays. Whatever else stands among them tells of it: place, device, author. */
const needed: Record<string, Set<string>> = {
  moov: new Set(['mvhd', 'trak', 'mvex', 'iods', 'cmov']),
  trak: new Set(['tkhd', 'edts', 'mdia', 'tref', 'load', 'tapt', 'clip', 'matt', 'trgr']),
  mdia: new Set(['mdhd', 'hdlr', 'minf', 'elng']),
  minf: new Set(['vmhd', 'smhd', 'hmhd', 'gmhd', 'nmhd', 'sthd', 'hdlr', 'dinf', 'stbl']),
}

/** Tracks that are seen or heard. Others hold places and movements, moment by moment. */
const shown = new Set(['vide', 'soun', 'clcp', 'tmcd', 'auxv'])
/** Tracks that are read: what is said, or, of drones and sports cameras, where they are. */
const read = new Set(['text', 'sbtl', 'subt'])

/** Where the name of the program that packed the pictures stands in the description of a track of pictures. */
const packer = { at: 8 + 42, length: 32 }

function kindOf(moov: Buffer, track: Box): string {
  const handler = find(moov, track, 'mdia', 'hdlr')
  return handler ? moov.toString('latin1', handler.body + 8, handler.body + 12) : ''
}

/**
 * Where the words of a film lie: subtitles, or what a camera writes in their place.
 * @returns a list for each track; undefined where the head does not say where they are
 */
export function subtitleStretches(moov: Buffer): Stretch[][] | undefined {
  const [head] = boxesIn(moov)
  const all = head ? boxesIn(moov, head.body, head.end) : []
  const tracks = all.filter((box) => box.type === 'trak' && read.has(kindOf(moov, box)))
  const words: Stretch[][] = []
  for (const track of tracks) {
    const table = find(moov, track, 'mdia', 'minf', 'stbl')
    const stretches = table && samplesOf(moov, table)
    if (!stretches) return undefined
    words.push(stretches)
  }
  return words
}

/**
 * Takes out of the head of a film what tells of its place and device, in the same room, so that every
 * place in the file still holds. When it was taken stays: it may be what the film is to prove.
 * @param moov a whole `moov` box
 * @param keepsWords whether tracks that are read stay
 * @returns the stretches of the file that hold the samples of hidden tracks; undefined where the head does
 *   not say where they are
 */
export function cleanHead(moov: Buffer, keepsWords: boolean): Stretch[] | undefined {
  const [head] = boxesIn(moov)
  if (!head) return undefined
  const hidden: Stretch[] = []
  for (const track of boxesIn(moov, head.body, head.end)) {
    if (track.type === 'gps ') hidden.push(...placesOfDrive(moov, track))
    if (track.type !== 'trak') continue
    const kind = kindOf(moov, track)
    const table = find(moov, track, 'mdia', 'minf', 'stbl')
    if (shown.has(kind) || (keepsWords && read.has(kind))) {
      const described = table && find(moov, table, 'stsd')
      if (described && kind === 'vide') blankPacker(moov, described)
      continue
    }
    const stretches = table ? samplesOf(moov, table) : []
    if (!stretches) return undefined
    hidden.push(...stretches)
    blank(moov, track)
  }
  blankOthers(moov, head)
  return hidden
}

/** Dashboard cameras list where in the file they have put places: pairs of an offset and a length. */
function placesOfDrive(moov: Buffer, { body, end }: Box): Stretch[] {
  const stretches: Stretch[] = []
  for (let at = body + 8; at + 8 <= end; at += 8) {
    const from = moov.readUInt32BE(at)
    stretches.push({ from, to: from + moov.readUInt32BE(at + 4) })
  }
  return stretches
}

/** Leaves nothing but the room. */
function blank(moov: Buffer, box: Box): void {
  moov.write('free', box.at + 4, 'latin1')
  moov.fill(0, box.body, box.end)
}

function blankOthers(moov: Buffer, within: Box): void {
  for (const box of boxesIn(moov, within.body, within.end)) {
    if (!needed[within.type]?.has(box.type)) {
      blank(moov, box)
    } else if (box.type === 'hdlr') {
      // The name of a track is free text; telephones and cameras write their own.
      moov.fill(0, Math.min(box.end, box.body + 24), box.end)
    } else if (box.type in needed) blankOthers(moov, box)
  }
}

function blankPacker(moov: Buffer, described: Box): void {
  for (const entry of boxesIn(moov, described.body + 8, described.end)) {
    const from = entry.at + packer.at
    if (from + packer.length <= entry.end) moov.fill(0, from, from + packer.length)
  }
}
