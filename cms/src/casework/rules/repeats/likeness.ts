import type { SharedPassage } from '../../../contracts/cases/registration.ts'
import { sharedPassages } from './shared-passages.ts'

/** What of a matter tells that it may be the same as another; telephones as they are compared. */
export type Matter = {
  phones: string[]
  names: string[]
  topic: string
  /** With those above it: 青禾区 城西街道 柳岸社区. */
  region: string
  texts: string[]
}

/** How like an earlier matter is, why, in words, and by which passages. */
type Likeness = { weight: number; reasons: string[]; passages: SharedPassage[] }

const weights = { phone: 5, name: 3, community: 2, topic: 1, passage: 1, longPassage: 2 } as const
const mostOfPassages = 6
/** A passage of so many signs is hardly a turn of phrase. */
const long = 12
/** A telephone alone says enough, a name only with a place, words only where there are some. */
const enough = 5
const shown = 5

const shares = (one: string[], other: string[]) =>
  one.some((value) => value !== '' && other.includes(value))

/** The community that two places are both in; '' where they share none. */
function sharedCommunity(one: string, other: string): string {
  const [mine, theirs] = [one.split(' ').slice(0, 3), other.split(' ').slice(0, 3)]
  const same = mine.length === 3 && mine.join(' ') === theirs.join(' ')
  return same ? (mine[2] ?? '') : ''
}

/**
 * Compares a matter with an earlier one. Nothing is decided by it: a clerk reads why, and says.
 * @returns null where they are not alike enough to be shown
 */
export function likeness(now: Matter, earlier: Matter): Likeness | null {
  const passages = sharedPassages(now.texts, earlier.texts)
  const community = sharedCommunity(now.region, earlier.region)
  const worded = passages.reduce(
    (sum, { match }) => sum + ([...match].length >= long ? weights.longPassage : weights.passage),
    0,
  )
  const found: [weight: number, reason: string][] = [
    [shares(now.phones, earlier.phones) ? weights.phone : 0, '同一电话'],
    [shares(now.names, earlier.names) ? weights.name : 0, '同一姓名'],
    [community === '' ? 0 : weights.community, `同在${community}`],
    [now.topic !== '' && now.topic === earlier.topic ? weights.topic : 0, '同一问题领域'],
    [Math.min(worded, mostOfPassages), `有 ${passages.length} 段相同的话`],
  ]
  const counted = found.filter(([weight]) => weight > 0)
  const weight = counted.reduce((sum, [one]) => sum + one, 0)
  if (weight < enough) return null
  return {
    weight,
    reasons: counted.map(([, reason]) => reason),
    passages: passages.slice(0, shown),
  }
}
