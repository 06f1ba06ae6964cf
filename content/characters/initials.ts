import { pinyin } from 'pinyin-pro'

/** The first letters of how Chinese is read, by which names are typed quickly: 区民政局 → `qmzj`. */
export function initialsOf(text: string): string {
  return pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase()
}
