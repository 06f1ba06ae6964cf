import { type Box, find } from '../../../files/mp4-boxes.ts'
import type { Stretch } from '../apply-patches.ts'

/** More samples than a film of a day has in a track that is neither picture nor sound. */
const mostSamples = 10_000_000

/**
 * Where in the file the samples of a track lie, chunk by chunk, by its tables (ISO/IEC 14496-12, 8.7).
 * @param moov the head of the film
 * @param table the track's `stbl` box in it
 * @returns undefined where the tables do not fit together
 */
export function samplesOf(moov: Buffer, table: Box): Stretch[] | undefined {
  const sizes = sizesOf(moov, table)
  const places = placesOf(moov, table)
  const runs = find(moov, table, 'stsc')
  if (!sizes || !places || !runs) return undefined
  const count = moov.readUInt32BE(runs.body + 4)
  if (runs.body + 8 + count * 12 > runs.end) return undefined
  const stretches: Stretch[] = []
  let sample = 0
  for (let run = 0; run < count; run += 1) {
    const at = runs.body + 8 + run * 12
    const first = moov.readUInt32BE(at)
    const each = moov.readUInt32BE(at + 4)
    const next = run + 1 < count ? moov.readUInt32BE(at + 12) : places.length + 1
    if (first < 1 || next > places.length + 1) return undefined
    for (const from of places.slice(first - 1, next - 1)) {
      let to = from
      for (let n = 0; n < each && sample < sizes.count; n += 1, sample += 1) to += sizes.of(sample)
      if (to > from) stretches.push({ from, to })
    }
  }
  return stretches
}

function sizesOf(moov: Buffer, table: Box) {
  const box = find(moov, table, 'stsz')
  if (!box || box.end - box.body < 12) return undefined
  const same = moov.readUInt32BE(box.body + 4)
  const count = moov.readUInt32BE(box.body + 8)
  if (count > mostSamples) return undefined
  if (same !== 0) return { count, of: () => same }
  if (box.body + 12 + count * 4 > box.end) return undefined
  return { count, of: (sample: number) => moov.readUInt32BE(box.body + 12 + sample * 4) }
}

function placesOf(moov: Buffer, table: Box): number[] | undefined {
  const short = find(moov, table, 'stco')
  const box = short ?? find(moov, table, 'co64')
  if (!box || box.end - box.body < 8) return undefined
  const count = moov.readUInt32BE(box.body + 4)
  const each = short ? 4 : 8
  if (box.body + 8 + count * each > box.end) return undefined
  return Array.from({ length: count }, (_, index) => {
    const at = box.body + 8 + index * each
    return short ? moov.readUInt32BE(at) : Number(moov.readBigUInt64BE(at))
  })
}
