import { units } from './fold.ts'
import { best } from './rank.ts'
import { oneOff, slips } from './fuzzy-pinyin.ts'
import { entryOf, type Entry, type Sounds, type Term } from './term.ts'

/**
 * Makes the function that finds what was meant by Chinese that nothing contains: terms that sound
 * the same (信仿 for 信访), nearly the same, or differ in one character. At most 8; any string may
 * be given.
 */
export function alike(terms: Term[], sounds: Sounds): (typed: string) => string[] {
  const entries = terms.map(entryOf)
  const syllables = Object.keys(sounds)
  const readings = (unit: string) => syllables.filter((each) => sounds[each]?.includes(unit))
  return (typed) => {
    const parts = units(typed)
    // One character alone sounds like too many others.
    if (parts.length < 2) return []
    const plain = parts.join('')
    const same = parts.map((part) => readings(part))
    const near = same.map((each) => each.flatMap(slips))
    return best(entries, [
      (entry) => soundsAs(parts, same, entry, 0),
      (entry) => soundsWithin(parts, same, entry),
      (entry) => soundsWithin(parts, near, entry),
      (entry) => parts.length > 2 && oneOff(plain, entry.plain),
    ])
  }
}

function soundsAs(parts: string[], spoken: string[][], entry: Entry, from: number): boolean {
  return parts.every((part, place) => {
    const syllable = entry.syllables[from + place]
    if (syllable === undefined) return false
    return part === entry.units[from + place] || Boolean(spoken[place]?.includes(syllable))
  })
}

function soundsWithin(parts: string[], spoken: string[][], entry: Entry): boolean {
  return entry.units.some((_, from) => soundsAs(parts, spoken, entry, from))
}
