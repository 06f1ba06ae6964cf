/** A query said in other words, and the word that was put in. */
export type OtherWords = { query: string; word: string }

const mostWays = 8

/**
 * A folded query said in other words: each word of a group that stands in it, changed for each other
 * one of its group; `fold` makes words comparable. Longer words are changed first.
 */
export function otherWords(
  query: string,
  groups: string[][],
  fold: (word: string) => string,
): OtherWords[] {
  const ways = groups.flatMap((group) => {
    const words = group.map((word) => ({ word, folded: fold(word) }))
    return words
      .filter(({ folded }) => query.includes(folded))
      .flatMap((own) =>
        words
          .filter(({ folded }) => folded !== own.folded && !own.folded.includes(folded))
          .map(({ word, folded }) => ({
            length: own.folded.length,
            query: query.split(own.folded).join(folded),
            word,
          })),
      )
  })
  const longestFirst = ways.sort((a, b) => b.length - a.length)
  const distinct = new Map(longestFirst.map((way) => [way.query, way]))
  return [...distinct.values()]
    .slice(0, mostWays)
    .map(({ query: said, word }) => ({ query: said, word }))
}
