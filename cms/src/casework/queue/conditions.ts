import { caseStates } from '@portal/content/schema/petition/state'
import type { QueueQuestion } from '../../contracts/cases/queue.ts'
import type { Party } from '../rules/wall.ts'
import { phraseOf } from './bigrams.ts'
import { termsOf } from './search-terms.ts'

/** A condition of SQL on a share `s` and its case `c`, and the values that it names by their places. */
type Condition = { sql: string; values: unknown[] }

const all = (conditions: Condition[], word: 'and' | 'or'): Condition => ({
  sql: `(${conditions.map(({ sql }) => sql).join(` ${word} `)})`,
  values: conditions.flatMap(({ values }) => values),
})

/** A handling unit by its name as it is compared. */
export type NamedUnit = { id: string; folded: string }

/**
 * Cases that have a term in their words, or are with a unit that is called so. A unit's account, which is told of the
 * unit in the lead only, finds by that.
 */
function hasTerm(term: string, party: Party, units: readonly NamedUnit[]): Condition {
  const phrase = phraseOf(term)
  if (phrase === null) return { sql: 'false', values: [] }
  const words = {
    sql: 's.case_id in (select rowid from words where words match ?)',
    values: [phrase],
  }
  // One sign is in the name of nearly every unit.
  const named = [...term].length < 2 ? [] : units.filter(({ folded }) => folded.includes(term))
  if (named.length === 0) return words
  const lead = party.kind === 'bureau' ? '' : ' and lead'
  const held = {
    sql: `s.case_id in (select case_id from case_units where unit in (${named.map(() => '?').join(', ')})${lead})`,
    values: named.map(({ id }) => id),
  }
  return all([words, held], 'or')
}

function isFound(question: string, party: Party, units: readonly NamedUnit[]): Condition[] {
  const terms = termsOf(question)
  if (terms === null) return []
  const { whole, words } = terms
  const inOnePiece = hasTerm(whole, party, units)
  if (words.length === 1) return [inOnePiece]
  const each = all(
    words.map((word) => hasTerm(word, party, units)),
    'and',
  )
  return [all([inOnePiece, each], 'or')]
}

/** States in which nobody gets a case any more, so that nobody need say whom it accuses. */
export const overStates: string[] = [caseStates.closed, caseStates.withdrawn]

const equal = (column: string, value: string): Condition[] =>
  value === '' ? [] : [{ sql: `c.${column} = ?`, values: [value] }]

/** What a case must fulfil beside being in a tab. */
export function conditionsOf(
  question: QueueQuestion,
  party: Party,
  units: readonly NamedUnit[],
): Condition[] {
  const { q, category, topic, region, unit, state, official, from, to, unsettled, open } = question
  const bureau = party.kind === 'bureau'
  const inside = `${region} `
  return [
    ...isFound(q, party, units),
    ...equal('category', category),
    ...equal('topic', topic),
    ...equal('state', state),
    ...(region === ''
      ? []
      : [
          {
            sql: '(c.region = ? or substr(c.region, 1, ?) = ?)',
            values: [region, inside.length, inside],
          },
        ]),
    ...(unit !== '' && bureau
      ? [{ sql: 's.case_id in (select case_id from case_units where unit = ?)', values: [unit] }]
      : []),
    ...(official !== '' && bureau ? equal('led_by', official) : []),
    ...(from === '' ? [] : [{ sql: 'c.received_on >= ?', values: [from] }]),
    ...(to === '' ? [] : [{ sql: 'c.received_on <= ?', values: [to] }]),
    ...(open ? [{ sql: 'c.state not in (?, ?)', values: overStates }] : []),
    ...(unsettled && bureau
      ? [{ sql: 'c.unsettled and c.state not in (?, ?)', values: overStates }]
      : []),
  ]
}
