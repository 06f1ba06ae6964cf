import { paperKinds, type PaperKind, type PaperLine } from '../../contracts/papers/papers.ts'
import { letters } from '../../contracts/cases/deadlines.ts'
import { wordOf, type BodyOf, type CaseEvent } from '../events/event.ts'
import { paperNumber } from '../events/paper-events.ts'
import type { UnitRef } from '../events/event-fields.ts'
import { leadOf } from '../rules/case/referral.ts'
import type { CaseFile } from '../rules/case/case-file.ts'
import { projectCase } from '../rules/case/project-case.ts'
import type { Party } from '../rules/wall.ts'

/** A paper that an event asks for. */
export type DuePaper = { paper: PaperKind; of: number; unit: UnitRef | null }

/** The unit that was in the lead when something happened: who signs does not change when the case is taken back. */
function leadAt(events: readonly CaseEvent[], of: number): UnitRef | null {
  const file = projectCase(events.filter(({ sequence }) => sequence <= of))
  return leadOf(file.referrals)?.unit ?? null
}

function papersOf({ body, sequence: of }: CaseEvent, events: readonly CaseEvent[]): DuePaper[] {
  switch (body.kind) {
    case 'registered':
      return [{ paper: 'receipt', of, unit: null }]
    case 'referred':
    case 'units-added':
      return body.units.map(({ unit }) => ({ paper: 'transfer' as const, of, unit }))
    case 'accepted':
      // Of a unit beside the lead the petitioner is not told.
      return body.told === null ? [] : [{ paper: 'acceptance', of, unit: body.unit }]
    case 'declined':
      return [{ paper: 'decline', of, unit: body.unit }]
    case 'extension-answered':
      return body.granted ? [{ paper: 'extension', of, unit: leadAt(events, of) }] : []
    case 'replied':
      return [{ paper: 'opinion', of, unit: body.unit }]
    case 'reply-corrected':
      return [{ paper: 'opinion', of, unit: leadAt(events, of) }]
    case 'reviewed':
      return [{ paper: body.level, of, unit: null }]
    case 'supervised':
      return [{ paper: body.letter, of, unit: body.unit }]
    default:
      return []
  }
}

/** What a unit itself puts in writing (arts. 23, 32, 34). */
const ofUnit: PaperKind[] = ['acceptance', 'decline', 'extension', 'opinion']
const ofBureauToUnits: readonly PaperKind[] = letters

/** Whether a party makes such a paper. */
export function makesPaper(
  party: Party,
  { paper, unit }: Pick<DuePaper, 'paper' | 'unit'>,
): boolean {
  return party.kind === 'bureau' || (ofUnit.includes(paper) && unit?.id === party.unit)
}

type Issued = CaseEvent & { body: BodyOf<'paper-issued'> }
const isIssued = (event: CaseEvent): event is Issued => event.body.kind === 'paper-issued'

/** Papers of which one event, or none, has one for each unit; of the others an event has one at all. */
const ofEachUnit: PaperKind[] = ['transfer', ...letters]

/** Papers that were made, of one event, or of letters to one unit. */
function issuedOf(events: readonly CaseEvent[], { paper, of, unit }: DuePaper): Issued[] {
  return events
    .filter(isIssued)
    .filter(
      ({ body }) =>
        body.paper === paper &&
        body.of === of &&
        (!ofEachUnit.includes(paper) || body.unit?.id === unit?.id),
    )
}

/** Whether a party may have such a paper: what it makes, and letters that were written to it. */
export function readsPaper(party: Party, one: Pick<DuePaper, 'paper' | 'unit'>): boolean {
  if (makesPaper(party, one)) return true
  return party.kind === 'unit' && isLetter(one) && one.unit?.id === party.unit
}

const isLetter = ({ paper }: Pick<DuePaper, 'paper'>) => ofBureauToUnits.includes(paper)

/** Letters that were numbered before a letter was a step of its own. */
function formerLetters(events: readonly CaseEvent[]): DuePaper[] {
  const found = events
    .filter(isIssued)
    .filter(({ body }) => isLetter(body) && body.of === 0)
    .map(({ body: { paper, unit } }): DuePaper => ({ paper, of: 0, unit }))
  return [...new Map(found.map((one) => [`${one.paper} ${one.unit?.id}`, one])).values()]
}

/** Every paper that a party may have of a case, in the order of the procedure. A letter is numbered as it is sent. */
export function duePapers(
  events: readonly CaseEvent[],
  file: CaseFile,
  party: Party,
): (DuePaper & { line: PaperLine })[] {
  return [...events.flatMap((event) => papersOf(event, events)), ...formerLetters(events)]
    .filter((one) => readsPaper(party, one))
    .map((one) => {
      const issued = issuedOf(events, one)
      const event = events.find(({ sequence }) => sequence === one.of)
      return {
        ...one,
        line: {
          paper: one.paper,
          name: paperKinds[one.paper].name,
          of: one.of,
          about:
            isLetter(one) || one.paper === 'transfer'
              ? (one.unit?.name ?? '')
              : (event?.body.told ?? ''),
          issued: issued.map(({ sequence: id, at, actor, body }) => ({
            id,
            number: paperNumber(body),
            at,
            by: wordOf(actor),
          })),
          open: !isLetter(one) && issued.length === 0 && makesPaper(party, one),
        },
      }
    })
}
