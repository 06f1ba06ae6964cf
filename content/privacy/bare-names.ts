import { doubleSurnames, surnames } from './persons.ts'
import type { Span } from './spans.ts'

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const surname = new RegExp(`^(?:${doubleSurnames}|[${surnames}])`)
const given = /^[\u4e00-\u9fff]{1,2}$/
/** What stands behind a surname and is no given name: 张某, 王女士, 高的, 方在. */
const other =
  /^(?:[某等的地得在与和及对把被将向从给让使为是不也都就还又已未没有可会能要应须一二三四五六七八九十两各每这那此其前后上下内外中]|女士|先生|局长|科长|主任|书记|经理|老板|师傅|老人|同志)/

/** What may stand behind a name of two characters; those are most often words: 车牌, 江边. */
const edge = /^(?:$|[^\u4e00-\u9fff]|[和与及等的说称向对在到家同、])/

/** What the dictionary does not know as a word, though it stands in every other letter. */
const office = /公司$/

/** Where in a segment a name could begin: at its start, or at its last character, as in 负责|人马|小|军. */
function* familiesIn(segment: string): Generator<{ at: number; family: string }> {
  for (const at of new Set([0, segment.length - 1])) {
    const family = surname.exec(segment.slice(at))?.[0]
    if (family !== undefined) yield { at, family }
  }
}

/**
 * Finds what might be a full name though nothing around it says so: a surname, with one or two characters behind it
 * that are no word of the language. More than what is one, and not all of them: for whoever looks through a text.
 */
export function* findBareNames(text: string): Generator<Span> {
  const segments = [...words.segment(text)]
  /** Where a word of the language begins. */
  const starts = new Set(
    segments.filter(({ segment }) => segment.length > 1).map(({ index }) => index),
  )
  let last = 0
  for (const [place, { segment, index }] of segments.entries()) {
    const next = [1, 2].map((one) => segments[place + one]?.segment ?? '')
    for (const { at, family } of familiesIn(segment)) {
      const from = index + at
      if (from < last) continue
      if (office.test(text.slice(0, from + 1))) continue
      const parts = [segment.slice(at + family.length), ...next]
      const first = parts[0] ?? ''
      const afterFamily = first === '' ? parts.slice(1) : parts
      const [one = '', two = ''] = afterFamily
      if (!given.test(one) || other.test(one)) continue
      const isLonger = one.length === 1 && /^[\u4e00-\u9fff]$/.test(two) && !other.test(two)
      const to = from + family.length + one.length + (isLonger ? 1 : 0)
      const isLoose = first !== '' || at > 0 || to - from === 2
      // 马上, 方便 and 人马 are words: what begins inside one is a name only where it is whole and ends there.
      if ((first !== '' || at > 0) && !isLonger) continue
      if (/[多重少部队费款难]$/.test(text.slice(from, to))) continue
      const isEnd = edge.test(text.slice(to)) || (to - from > 2 && starts.has(to))
      if (isLoose && !isEnd) continue
      last = to
      yield { from, to }
    }
  }
}
