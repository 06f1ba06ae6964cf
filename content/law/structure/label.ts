import { fromHan, hanDigitsAndTwo } from '../../characters/numerals.ts'

/** How an entry of a list is numbered, from the widest to the narrowest. */
const styles: [string, RegExp][] = [
  ['stem', /^([甲乙丙丁戊己庚辛壬癸]、)\s*(.*)$/u],
  ['point', new RegExp(`^([${hanDigitsAndTwo}]{1,4}、)\\s*(.*)$`, 'u')],
  ['item', new RegExp(`^([（(]\\s*[${hanDigitsAndTwo}]{1,4}\\s*[)）])\\s*(.*)$`, 'u')],
  ['figure', /^([\d０-９]{1,3}(?:[．、]|\.(?!\d))|[⒈-⒛])\s*(.*)$/u],
  ['bracket', /^([（(]\s*[\d０-９]{1,3}\s*[)）]|[⑴-⒇])\s*(.*)$/u],
  ['circle', /^([①-⑳])\s*(.*)$/u],
]

/** A numbered entry: `rank` grows with depth. */
export type Label = { rank: number; style: string; label: string; text: string }

/** Reads 一、 （一） 1. （1） ① at the start of a line; null for a cited one, such as （一）至（三）. */
export function readLabel(line: string): Label | null {
  for (const [rank, [style, pattern]] of styles.entries()) {
    const match = pattern.exec(line)
    if (!match) continue
    const text = match[2] ?? ''
    if (/^(?:至|、|和|或|及)\s*[（(①-⑳\d]/u.test(text)) return null
    return { rank, style, label: (match[1] ?? '').replace(/\s+/gu, ''), text }
  }
  return null
}

/** The number of a 一、 or （一） label. */
export function labelNumber(label: Label): number | null {
  return fromHan(label.label.replace(/[（()）、]/gu, ''))
}
