/** A query, and the addresses that answer it; none where nothing does. */
type Judged = { query: string; right: string[] }

/** What was shown: the addresses of the hits, and whether it was said that they may be no answer. */
export type Answered = { addresses: string[]; isSure: boolean }

/** Reads lines of `query<TAB>address[ address…]` or `query<TAB>-`. */
export function readJudged(text: string): Judged[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .map((line) => {
      const [query = '', addresses = '-'] = line.split('\t')
      return { query, right: addresses.trim() === '-' ? [] : addresses.trim().split(/\s+/) }
    })
}

/** Whether an address is the page that is meant, and its place where one is named. */
function isRight(meant: string, shown: string): boolean {
  const [path, place] = meant.split('#')
  const [shownPath, shownPlace] = shown.split('#')
  return path === shownPath && (place === undefined || place === shownPlace)
}

/** The first hit that is right, from 0; Infinity where none is. */
function rankOf(right: string[], addresses: string[]): number {
  const rank = addresses.findIndex((shown) => right.some((meant) => isRight(meant, shown)))
  return rank < 0 ? Infinity : rank
}

/** Shares of the queries that have an answer; `zero` of those that found nothing. */
function of(judged: Judged[], answered: Answered[]) {
  const answerable = judged.flatMap(({ right }, at) =>
    right.length > 0 ? [{ right, addresses: answered[at]?.addresses ?? [] }] : [],
  )
  const ranks = answerable.map(({ right, addresses }) => rankOf(right, addresses))
  const share = (count: number) => Number((count / (ranks.length || 1)).toFixed(4))
  const within = (most: number) => share(ranks.filter((rank) => rank < most).length)
  const confident = judged.filter(({ right }, at) => {
    const shown = answered[at]
    return right.length === 0 && shown && shown.isSure && shown.addresses.length > 0
  })
  return {
    queries: judged.length,
    success1: within(1),
    success3: within(3),
    success10: within(10),
    zero: share(answerable.filter(({ addresses }) => addresses.length === 0).length),
    mrr: share(ranks.reduce((sum, rank) => sum + 1 / (rank + 1), 0)),
    confidentlyWrong: confident.length,
  }
}

export const score = { of, rankOf }
