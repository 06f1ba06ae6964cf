import type { UnitChoice } from '../../../contracts/cases/page.ts'

/** A unit as it may be suggested. `alike` counts cases of the topic and place that it has answered. */
export type Candidate = {
  id: string
  name: string
  initials: string
  aliases: string
  duties: string
  alike: number
  wall: string | null
}

type Topic = { name: string; hint: string }

/** Words that are short enough to stand in two lists that were written apart: 欠薪, 工伤. */
const words = (list: string) => list.split(/[、，,；;\s]+/).filter((word) => word.length > 1)

/** What of a topic a unit's duties speak of. */
function sharedWord(duties: string, { name, hint }: Topic): string | undefined {
  const own = words(duties)
  return [name, ...words(hint)].find(
    (word) => duties.includes(word) || own.some((duty) => word.includes(duty)),
  )
}

function reasonsOf(one: Candidate, topic: Topic, township: string): string[] {
  const word = sharedWord(one.duties, topic)
  return [
    ...(one.alike > 0 ? [`同类 ${one.alike} 件由它办结答复`] : []),
    ...(word === undefined ? [] : [`职责里有“${word}”`]),
    ...(township !== '' && one.name.includes(township) ? [`问题发生在${township}`] : []),
  ]
}

/**
 * The units in the order in which they are offered: first where like cases went, most of them first, then those
 * whose duties or whose place fit, then the others as the office has ordered them. None that is walled off is suggested.
 */
export function rankUnits(
  candidates: readonly Candidate[],
  topic: Topic,
  township: string,
): UnitChoice[] {
  return candidates
    .map((one) => (one.wall === null ? one : { ...one, alike: 0 }))
    .map((one) => ({ one, reasons: one.wall === null ? reasonsOf(one, topic, township) : [] }))
    .sort((a, b) => b.one.alike - a.one.alike || b.reasons.length - a.reasons.length)
    .map(({ one: { name, initials, aliases, wall }, reasons }) => ({
      name,
      initials,
      aliases,
      wall,
      reasons,
    }))
}
