import { anyDigits, fromHan, hanDigitsAndTwo } from '../../characters/numerals.ts'
import { isTitleLike } from './sentence.ts'
import { closeUp, type Line } from '../source.ts'

/** From the highest down. 一、 and （一） are headings where articles stand under them. */
export const ranks = ['编', '分编', '章', '节', '一、', '（一）'] as const
export type Rank = (typeof ranks)[number]

/** A heading: 第三章 and its title, or a heading without a number (序言). */
export type Heading = {
  /** Null for headings without a number. */
  rank: Rank | null
  number: number | null
  label: string
  title: string
  line: number
}

const numbered = new RegExp(
  `^(第\\s*([${hanDigitsAndTwo}]+|[${anyDigits}]{1,3})\\s*(编|分编|章|节))(\\s*)(.*)$`,
  'u',
)

/** Reads 第X编, 第X分编, 第X章, 第X节 with its title. Null for a sentence that only begins so. */
export function readHeading(line: Line): Heading | null {
  const match = line.row ? null : numbered.exec(line.text)
  const number = fromHan(match?.[2] ?? '')
  if (!match || number === null) return null
  const title = match[5] ?? ''
  const parted = Boolean(match[4]) || title === ''
  const cited = /^(?:的|规定|至|和|或|及|与|、|第|所|中|内)/u.test(title)
  const plain = parted ? title === '' || isTitleLike(title) : isTitleLike(title, 30) && !cited
  if (line.depth === 0 && !plain) return null
  const label = (match[1] ?? '').replace(/\s+/gu, '')
  return { rank: match[3] as Rank, number, label, title: closeUp(title), line: line.line }
}

/** True for the names of unnumbered parts of a text that stand on a line of their own. */
export function isUnnumbered(line: Line): boolean {
  return !line.row && /^(?:序\s*言|前\s*言|引\s*言|总\s*则|附\s*则)$/u.test(line.text)
}
