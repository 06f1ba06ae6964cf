import type { Left } from './left-out.ts'
import { relationsOf, type WordFile } from './package.ts'
import { wordsIn } from './styles.ts'
import { allOf, childrenOf, parseXml } from './xml.ts'

function partsOf({ parts, main }: WordFile, ...types: string[]): Buffer[] {
  return [...relationsOf(parts, main).values()].flatMap(({ type, target, external }) => {
    const bytes = external || !types.includes(type) ? undefined : parts.get(target)
    return bytes ? [bytes] : []
  })
}

/** What stands around the text: headers, footers and watermarks, and colleagues' comments. */
export function lookAround(word: WordFile): Left[] {
  const headers = partsOf(word, 'header', 'footer').flatMap((bytes) => {
    const document = parseXml(bytes)
    const art = allOf(document, 'v:textpath').map((one) => one.getAttribute('string') ?? '')
    const lines = allOf(document, 'w:p').map(wordsIn)
    return [...lines, ...art].map((line) => line.trim())
  })
  // Page numbers, with or without 第 页, are not words of the text.
  const words = headers.filter((line) => line && !/^[\s\d\p{Pd}第共页/Page of]*$/u.test(line))
  const comments = partsOf(word, 'comments').flatMap((bytes) =>
    childrenOf(parseXml(bytes).documentElement, 'w:comment').map(wordsIn),
  )
  return [
    ...[...new Set(words)].map((line): Left => ({
      kind: 'header',
      words: line,
      paragraph: 1,
      exact: true,
    })),
    ...comments.map((line): Left => ({ kind: 'comment', words: line, paragraph: 1, exact: true })),
  ]
}
