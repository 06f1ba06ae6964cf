import { letterNames, type LetterOnPage } from '../../../contracts/cases/deadlines.ts'
import { wordOf, type CaseEvent } from '../../events/event.ts'
import { paperNumber } from '../../events/paper-events.ts'

/** The letters of a case with the numbers of their papers and what the units answered, the newest first. */
export function lettersOf(events: readonly CaseEvent[]): (LetterOnPage & { unitId: string })[] {
  return events
    .flatMap(({ sequence, at, actor, body }) => {
      if (body.kind !== 'supervised') return []
      const paper = events.find(
        (one) => one.body.kind === 'paper-issued' && one.body.of === sequence,
      )?.body
      const answer = events.find(
        (one) =>
          one.sequence > sequence &&
          one.body.kind === 'supervision-answered' &&
          one.body.unit.id === body.unit.id,
      )
      const { letter, unit, reason, dueOn } = body
      return [
        {
          name: letterNames[letter],
          number: paper?.kind === 'paper-issued' ? paperNumber(paper) : '',
          unit: unit.name,
          unitId: unit.id,
          ...{ reason, dueOn, at, by: wordOf(actor) },
          answer:
            answer?.body.kind === 'supervision-answered'
              ? { at: answer.at, text: answer.body.text }
              : null,
        },
      ]
    })
    .reverse()
}
