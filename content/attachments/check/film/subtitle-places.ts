import type { Arrived } from '../../received-file.ts'
import type { Stretch } from '../apply-patches.ts'

/** How drones, sports and dashboard cameras write where they are, among the subtitles. */
const place =
  /GPS|latitude|longitude|[经纬]度|HOME\s*\(|\b(?:lat|lon|lng)\b|\d\.\d{4}|\d\s*[°º]\s*\d{1,2}\s*['′.]|[NSEW]\s*:?\s*\d{1,3}\.\d{3}/i
/** More than anybody says in a film. */
const mostWords = 16 * 1024 * 1024

/**
 * Whether the words of a film tell of places. Real subtitles are evidence, and stay.
 * @param words where they lie; what is too much to be read is taken for places
 */
export async function tellPlaces(file: Arrived, words: readonly Stretch[]): Promise<boolean> {
  if (words.length === 0) return false
  const parts: Uint8Array[] = []
  let length = 0
  let at = 0
  for await (const chunk of file.from(0)) {
    const end = at + chunk.length
    for (const { from, to } of words) {
      if (from >= end || to <= at) continue
      const part = chunk.subarray(Math.max(0, from - at), to - at)
      parts.push(part)
      length += part.length
    }
    if (length > mostWords) return true
    at = end
  }
  // Words of two bytes each have zeros between their letters.
  return place.test(Buffer.concat(parts).toString('utf8').replaceAll('\0', ''))
}
