import type { CaseState } from '@portal/content/schema/petition/state'
import { shanghaiDay } from '@portal/content/calendar/day'
import type { Core } from '@strapi/strapi'
import type { LikelyRepeat } from '../../contracts/cases/registration.ts'
import { toCode } from '../../strapi/choice-codes.ts'
import { phraseOf } from '../queue/bigrams.ts'
import type { MemoryDatabase } from '../queue/memory-database.ts'
import type { QueueCase } from '../queue/queue-entry.ts'
import { queueOf } from '../queue/queue.ts'
import { plainTelephone } from '../queue/search-terms.ts'
import { caseUid, populate } from '../record/case-record.ts'
import { unnamed } from '../rules/petitioner/petitioner-name.ts'
import { likeness, type Matter } from '../rules/repeats/likeness.ts'
import { lawOnRepeat } from '../rules/repeats/link-repeat.ts'
import { isDamaged } from '../vault/damaged-rows.ts'
import { comparable } from '../rules/comparable.ts'

/** So many cases are looked at more closely for each thing that they may share. */
const mostEach = 20
const mostShown = 5
/** Runs of so many signs of the text are looked for, this many of them, evenly over its length. */
const run = 7
const mostRuns = 40

/** Some runs of signs of texts, as phrases of the index. */
function phrasesOf(texts: readonly string[]): string[] {
  const starts = texts.flatMap((text) => {
    const signs = [...comparable(text)]
    return signs
      .slice(0, Math.max(0, signs.length - run + 1))
      .map((_, at) => signs.slice(at, at + run).join(''))
  })
  const step = Math.max(3, Math.ceil(starts.length / mostRuns))
  return starts.filter((_, at) => at % step === 0).flatMap((text) => phraseOf(text) ?? [])
}

/** The cases that share a telephone, a name or words, by identifier. */
function candidates(database: MemoryDatabase, { phones, names, texts }: Matter): number[] {
  const matching = database
    .prepare(`select rowid from words where words match ? order by rowid desc limit ${mostEach}`)
    .pluck()
  const called = database
    .prepare(`select id from cases where petitioner = ? order by id desc limit ${mostEach}`)
    .pluck()
  const likeWords = database
    .prepare(`select rowid from words where words match ? order by rank limit ${mostEach}`)
    .pluck()
  const words = phrasesOf(texts).join(' OR ')
  return [
    ...phones.flatMap((phone) => matching.all(phraseOf(phone) ?? '""') as number[]),
    ...names.flatMap((name) => called.all(name) as number[]),
    ...(words === '' ? [] : (likeWords.all(words) as number[])),
  ]
}

/** A case as it is compared with others. */
export function matterOf(row: QueueCase): Matter {
  const { petitionerName, petitionerPhone, petitionerContact, representatives } = row
  const chosen = (representatives ?? '').split('\n').map((line) => line.split('，'))
  const told = [petitionerPhone, ...chosen.map(([, phone = '']) => phone)]
  const names = [petitionerName, petitionerContact ?? '', ...chosen.map(([name = '']) => name)]
  return {
    phones: told.flatMap((phone) => plainTelephone(phone) ?? []),
    names: names.filter((name) => name !== ''),
    topic: row.topic,
    region: row.region,
    texts: [row.title, row.request, row.facts],
  }
}

function shownAs(row: QueueCase): Omit<LikelyRepeat, 'reasons' | 'passages'> {
  const { documentId, number, title, state, petitionerName, opinions } = row
  return {
    documentId,
    number,
    title,
    state,
    receivedOn: shanghaiDay(row.receivedAt),
    petitioner: petitionerName || unnamed,
    law: lawOnRepeat(toCode('caseState', state) as CaseState, opinions ?? []),
  }
}

/**
 * The earlier cases that are most like a matter, the most alike first; for the bureau, which may see all of them.
 * @param own the number of the case itself, and the moment before which others came; null of one that is none yet
 */
export async function findRepeats(
  strapi: Core.Strapi,
  matter: Matter,
  own: { number: string; receivedAt: string } | null,
): Promise<LikelyRepeat[]> {
  const queue = queueOf(strapi)
  await queue.settled()
  const ids = [...new Set(candidates(queue.index.database, matter))]
  if (ids.length === 0) return []
  const rows: QueueCase[] = await strapi.db
    .query(caseUid)
    .findMany({ where: { id: { $in: ids } }, populate })
  return rows
    .filter((row) => !isDamaged(row) && row.number !== own?.number)
    .filter(({ receivedAt }) => own === null || new Date(receivedAt) <= new Date(own.receivedAt))
    .flatMap((row) => {
      const like = likeness(matter, matterOf(row))
      return like ? [{ row, like }] : []
    })
    .sort((a, b) => b.like.weight - a.like.weight || b.row.id - a.row.id)
    .slice(0, mostShown)
    .map(({ row, like: { reasons, passages } }) => ({ ...shownAs(row), reasons, passages }))
}
