import type { Left } from './left-out.ts'
import { paragraphOf } from './paragraph-numbers.ts'
import { wordsIn } from './styles.ts'
import { allOf, childOf, childrenOf, nameOf, replace, type Document } from './xml.ts'

/** Keeps the words of text with readings above it; the readings (拼音) go. */
export function takeRuby(document: Document, left: Left[]): void {
  for (const ruby of allOf(document, 'w:ruby')) {
    const reading = childOf(ruby, 'w:rt')
    const words = reading ? wordsIn(reading) : ''
    left.push({ kind: 'ruby', words, paragraph: paragraphOf(ruby), exact: true })
    const base = childrenOf(childOf(ruby, 'w:rubyBase'), 'w:r')
    replace(
      ruby,
      ...base.flatMap((run) => childrenOf(run).filter((one) => nameOf(one) !== 'w:rPr')),
    )
  }
}
