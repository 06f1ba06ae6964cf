import { paperKinds, type PaperKind, type PaperLine } from '../../contracts/papers.ts'
import { wordOf, type BodyOf, type CaseEvent } from '../events/event.ts'
import { paperNumber } from '../events/paper-events.ts'
import type { UnitRef } from '../events/parts.ts'
import { leadOf, presentReferrals } from '../rules/case/referral.ts'
import type { CaseFile } from '../rules/case/case-file.ts'
import type { Party } from '../rules/wall.ts'

/** A paper that an event asks for. */
export type DuePaper = { paper: PaperKind; of: number; unit: UnitRef | null }

function papersOf({ body, sequence: of }: CaseEvent, file: CaseFile): DuePaper[] {
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
      return body.granted
        ? [{ paper: 'extension', of, unit: leadOf(file.referrals)?.unit ?? null }]
        : []
    case 'replied':
      return [{ paper: 'opinion', of, unit: body.unit }]
    case 'reply-corrected':
      return [{ paper: 'opinion', of, unit: leadOf(file.referrals)?.unit ?? null }]
    case 'reviewed':
      return [{ paper: body.level, of, unit: null }]
    default:
      return []
  }
}

/** What a unit itself puts in writing (arts. 23, 32, 34). */
const ofUnit: PaperKind[] = ['acceptance', 'decline', 'extension', 'opinion']
const letters: PaperKind[] = ['reminder', 'supervision']

/** Whether a party makes such a paper. */
export function makesPaper(
  party: Party,
  { paper, unit }: Pick<DuePaper, 'paper' | 'unit'>,
): boolean {
  return party.kind === 'bureau' || (ofUnit.includes(paper) && unit?.id === party.unit)
}

type Issued = CaseEvent & { body: BodyOf<'paper-issued'> }
const isIssued = (event: CaseEvent): event is Issued => event.body.kind === 'paper-issued'

/** Papers that were made, of one event, or of letters to one unit. */
export function issuedOf(events: readonly CaseEvent[], { paper, of, unit }: DuePaper): Issued[] {
  return events
    .filter(isIssued)
    .filter(
      ({ body }) =>
        body.paper === paper && body.of === of && (body.unit?.id ?? null) === (unit?.id ?? null),
    )
}

/** Every paper that a party may make of a case, in the order of the procedure; letters while units are at work. */
export function duePapers(
  events: readonly CaseEvent[],
  file: CaseFile,
  party: Party,
): (DuePaper & { line: PaperLine })[] {
  const told = events.flatMap((event) => papersOf(event, file))
  const atWork = ['referred', 'accepted'].includes(file.state)
  const sent = events.filter(isIssued).filter(({ body }) => letters.includes(body.paper))
  const units = new Map(
    [
      ...(atWork ? presentReferrals(file.referrals).map(({ unit }) => unit) : []),
      ...sent.flatMap(({ body }) => (body.unit ? [body.unit] : [])),
    ].map((unit) => [unit.id, unit]),
  )
  const free = letters.flatMap((paper) =>
    [...units.values()].map((unit): DuePaper => ({ paper, of: 0, unit })),
  )
  return [...told, ...free]
    .filter((one) => makesPaper(party, one))
    .map((one) => {
      const issued = issuedOf(events, one)
      const event = events.find(({ sequence }) => sequence === one.of)
      const isLetter = letters.includes(one.paper)
      return {
        ...one,
        line: {
          paper: one.paper,
          name: paperKinds[one.paper].name,
          of: one.of,
          about:
            isLetter || one.paper === 'transfer'
              ? (one.unit?.name ?? '')
              : (event?.body.told ?? ''),
          issued: issued.map(({ sequence: id, at, actor, body }) => ({
            id,
            number: paperNumber(body),
            at,
            by: wordOf(actor),
          })),
          open: isLetter
            ? atWork &&
              presentReferrals(file.referrals).some(({ unit }) => unit.id === one.unit?.id)
            : issued.length === 0,
        },
      }
    })
}
