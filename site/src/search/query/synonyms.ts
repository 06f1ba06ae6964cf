/** Other words for a stretch of a query: `from` and `to` are places of its signs. */
type OtherWord = { from: number; to: number; word: string }

/**
 * The other words for what stands in a run of signs, by groups of words that stand for one another.
 * Longer words first; a word within another one of its group says nothing new.
 */
export function otherWords(signs: string[], groups: string[][]): OtherWord[] {
  const run = signs.join('').toLowerCase()
  const placeAt = new Map<number, number>()
  let length = 0
  for (const [place, sign] of signs.entries()) {
    placeAt.set(length, place)
    length += sign.length
  }
  placeAt.set(length, signs.length)
  return groups
    .flatMap((group) =>
      group.flatMap((own) => {
        const start = run.indexOf(own.toLowerCase())
        const [from, to] = [placeAt.get(start), placeAt.get(start + own.length)]
        if (start < 0 || from === undefined || to === undefined) return []
        return group
          .filter((word) => word !== own && !own.includes(word))
          .map((word) => ({ from, to, word }))
      }),
    )
    .sort((a, b) => b.to - b.from - (a.to - a.from))
}
