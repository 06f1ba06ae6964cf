/** Something that is chosen by typing. */
export type Findable = { name: string; initials: string; aliases?: string }

/** Whether the signs of `typed` stand in `text` in their order, others between them: 城管局 in 城市管理局. */
function hasInOrder(text: string, typed: string): boolean {
  let from = 0
  for (const sign of typed) {
    const place = text.indexOf(sign, from)
    if (place < 0) return false
    from = place + sign.length
  }
  return true
}

/** How well what is typed fits: 0 not at all, 3 where it stands in the name as it is. */
function fitOf({ name, initials, aliases = '' }: Findable, typed: string): number {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.every((word) => name.toLowerCase().includes(word))) return 3
  if (words.every((word) => aliases.includes(word) || initials.includes(word))) return 2
  return words.every((word) => hasInOrder(name, word)) ? 1 : 0
}

/** What fits what is typed, the best first; all in their order where nothing is typed. */
export function matching<C extends Findable>(choices: C[], typed: string): C[] {
  return choices
    .map((choice) => ({ choice, fit: fitOf(choice, typed) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ choice }) => choice)
}
