import { isSaidBackwards, joined, turned, unspelled, untold } from './disguise-readings.ts'
import type { NormalisedText } from './normalise.ts'
import { compact } from './separators.ts'
import { isTurnedId } from './id-numbers.ts'
import type { PersonalKind } from './kinds.ts'
import { numbers } from './all-patterns.ts'
import type { Reading } from './reading.ts'
import { overlapping } from './spans.ts'

/** A number that is written otherwise than in a row, with what it reads; `isSure` where nobody need be asked. */
type Disguised = {
  kind: PersonalKind
  from: number
  to: number
  value: string
  isSure: boolean
}

type Found = Disguised & { context: string; pieces: string[] }

/** Numbers of a reading of which a part was read anew. */
function* numbersOf({ text, anew, span }: Reading): Generator<Found> {
  for (const { kind, find, holds } of numbers) {
    find.plain.lastIndex = 0
    for (let match = find.plain.exec(text); match; match = find.plain.exec(text)) {
      const from = match.index
      const candidate = { found: match[0].trimEnd(), text, plain: text, from }
      const length = holds(candidate)
      const to = from + length
      const inside = overlapping(anew, { from, to })
      if (length > 0 && inside.length > 0) {
        const found = text.slice(from, to)
        const ends = [from, ...inside.map((part) => part.to), to]
        const pieces = ends.slice(1).map((end, at) => text.slice(ends[at], end).trim())
        const context = text.slice(Math.max(0, from - 24), from)
        yield { kind, ...span(from, to), value: compact(found), isSure: true, context, pieces }
      }
      find.plain.lastIndex = from + Math.max(length, 1)
    }
  }
}

const called =
  /(?:电话|座机|手机|联系方式|TEL|PHONE|MOBILE|身份证|证件|证号|银行卡|卡号|账号|帐号|车牌|牌照|号牌)(?:号码|号)?[为是:(“" \n]{0,6}(?:\(?\d{1,2}[).、] *)?$/
/** As people part a telephone, an area code and its telephone, or a card. */
const parted = new Set(['3 8', '7 4', '3 4 4', '4 4 3', '5 6', '6 5', '4 7', '4 8', '3 7', '8 8'])
const isYear = (piece: string) => /^(?:19|20)\d\d$/.test(piece)

/** Over a border a number with a check, or one that is called so, is one; of others somebody must be asked. */
function overBorder(found: Found): Found | undefined {
  const { kind, value, context, pieces } = found
  // Amid many small numbers, as in a table, some row of them has a check by chance.
  const isId = kind === 'id-number' && value.length === 18 && pieces.length <= 5
  if (isId || called.test(context)) return found
  if (kind === 'plate') return { ...found, isSure: false }
  const shape = pieces.map(({ length }) => length).join(' ')
  const inFours = pieces.length >= 4 && pieces.slice(0, -1).every(({ length }) => length === 4)
  const isTidy = pieces.every((piece) => /^\d+X?$/.test(piece)) && !pieces.slice(1).some(isYear)
  const isNumber = kind === 'phone' ? parted.has(shape) : inFours || pieces.length === 2
  return isTidy && isNumber ? { ...found, isSure: false } : undefined
}

/** An old ID number has no check: amid words it is one only where it is called so. */
const isChecked = ({ kind, value, context }: Found) =>
  kind !== 'id-number' || value.length !== 15 || called.test(context)

function* inText(text: string): Generator<Found> {
  for (const reading of [untold(text), unspelled(text)]) {
    if (reading) yield* [...numbersOf(reading)].filter(isChecked)
  }
  const across = joined(text)
  if (across) yield* [...numbersOf(across)].flatMap((found) => overBorder(found) ?? [])
  const back = turned(text)
  // Backwards only the check of an ID number tells; of others the text must say so.
  if (back)
    yield* [...numbersOf(back)].filter(
      ({ kind, value, from, to }) =>
        (kind === 'id-number' && isTurnedId(value)) || isSaidBackwards(text, from, to),
    )
}

/** Numbers that stand over paragraphs, cells or lines, between words, spelled out, or backwards. */
export function* findDisguised({ plain, numerals }: NormalisedText): Generator<Disguised> {
  for (const text of [plain, numerals]) yield* inText(text)
}
