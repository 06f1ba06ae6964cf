import { fromFigures, fromHan, hanFigures } from '../../characters/numerals.ts'

const part = `[${hanFigures}十\\d]{1,3}`
const pattern = new RegExp(
  `(\\d{4}|[${hanFigures}]{4})\\s*年\\s*(${part})\\s*月\\s*(${part})\\s*日`,
  'gu',
)

/** A date found in a text: `YYYY-MM-DD`, and where it begins and ends. */
type Found = { day: string; start: number; end: number }

/** Finds every date, in digits or in Chinese numerals. Days that no calendar has are left out. */
export function findDates(text: string): Found[] {
  const plain = text.replace(/[０-９]/gu, (figure) =>
    String('０１２３４５６７８９'.indexOf(figure)),
  )
  return [...plain.matchAll(pattern)].flatMap((match) => {
    const month = fromHan((match[2] ?? '').replace(/^0/u, ''))
    const date = fromHan((match[3] ?? '').replace(/^0/u, ''))
    if (!month || !date) return []
    const day = `${fromFigures(match[1] ?? '')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
    const time = new Date(`${day}T00:00:00Z`)
    if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== day) return []
    return [{ day, start: match.index, end: match.index + match[0].length }]
  })
}
