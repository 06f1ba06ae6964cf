import type { AppealLevel } from '@portal/content/schema/petition/appeal'
import { satisfactions } from '@portal/content/schema/petition/evaluation'
import type { Evaluation, Satisfaction } from '@portal/content/schema/petition/evaluation'
import { countCharacters, prose } from '@portal/content/characters/typed-text'
import { freeTexts } from './forms.ts'
import type { FollowUpFaults, FollowUpKind, FreeText, TypedFollowUp } from './forms.ts'

/** What a follow-up says, as it goes into a message. */
export type FollowUp =
  | { kind: 'evaluation'; evaluation: Evaluation }
  | { kind: 'supplement'; text: string }
  | { kind: 'withdrawal'; reason: string }
  | { kind: 'appeal'; level: AppealLevel; grounds: string }

type ParsedFollowUp = { ok: true; followUp: FollowUp } | { ok: false; faults: FollowUpFaults }

/**
 * Parses what was typed into a follow-up, or says by field what to do.
 * @param level which appeal is open now
 */
export function parseFollowUp(
  kind: FollowUpKind,
  typed: TypedFollowUp,
  level: AppealLevel,
): ParsedFollowUp {
  const faults: FollowUpFaults = {}
  const read = (field: FreeText): string => {
    const value = prose(typed[field] ?? '')
    const fault = faultOf(field, value)
    if (fault) faults[field] = fault
    return value
  }
  const followUp = ((): FollowUp => {
    switch (kind) {
      case 'evaluation': {
        const { satisfaction } = typed
        const chosen = isSatisfaction(satisfaction)
        if (!chosen) faults.satisfaction = '请选择满意、基本满意或不满意'
        const evaluation = {
          satisfaction: chosen ? satisfaction : 'satisfied',
          comment: read('comment'),
        } as const
        return { kind, evaluation }
      }
      case 'supplement':
        return { kind, text: read('text') }
      case 'withdrawal':
        return { kind, reason: read('reason') }
      case 'appeal':
        return { kind, level, grounds: read('grounds') }
    }
  })()
  return Object.keys(faults).length === 0 ? { ok: true, followUp } : { ok: false, faults }
}

function faultOf(field: FreeText, value: string): string | null {
  const { label, most, needed } = freeTexts[field]
  const excess = countCharacters(value) - most
  if (needed && value === '') return `请写${label}`
  return excess > 0 ? `${label}最多 ${most} 个字，请删去 ${excess} 个字` : null
}

function isSatisfaction(value: string | undefined): value is Satisfaction {
  return value !== undefined && Object.hasOwn(satisfactions, value)
}
