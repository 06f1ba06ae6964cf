/**
 * A query said in other words: each word of a group that stands in it, changed for each other one of
 * its group. Longer words are changed first; at most eight ways.
 */
export function otherWords(query: string, groups: string[][]): { query: string; word: string }[] {
  const ways = groups.flatMap((group) =>
    group
      .filter((word) => query.includes(word))
      .flatMap((word) =>
        group
          .filter((other) => other !== word && !word.includes(other))
          .map((other) => ({ from: word, query: query.replaceAll(word, other), word: other })),
      ),
  )
  const longestFirst = ways.sort((a, b) => b.from.length - a.from.length)
  const distinct = new Map(longestFirst.map((way) => [way.query, way]))
  return [...distinct.values()].slice(0, 8).map(({ query: said, word }) => ({ query: said, word }))
}
