import type { AppealLevel } from '@portal/content/schema/petition/appeal'
import { satisfactions } from '@portal/content/schema/petition/evaluation'
import type { Evaluation, Satisfaction } from '@portal/content/schema/petition/evaluation'
import { countCharacters, prose } from '@portal/content/characters/typed-text'
import { freeTexts } from './forms.ts'
import type { LaterMessageFaults, LaterMessageKind, FreeText, TypedLaterMessage } from './forms.ts'

/** What a later message says, as it goes into a message. */
export type LaterMessage =
  | { kind: 'evaluation'; evaluation: Evaluation }
  | { kind: 'supplement'; text: string }
  | { kind: 'withdrawal'; reason: string }
  | { kind: 'appeal'; level: AppealLevel; grounds: string }

type ParsedLaterMessage =
  { ok: true; laterMessage: LaterMessage } | { ok: false; faults: LaterMessageFaults }

/**
 * Parses what was typed into a later message, or says by field what to do.
 * @param level which appeal is open now
 */
export function parseLaterMessage(
  kind: LaterMessageKind,
  typed: TypedLaterMessage,
  level: AppealLevel,
): ParsedLaterMessage {
  const faults: LaterMessageFaults = {}
  const read = (field: FreeText): string => {
    const value = prose(typed[field] ?? '')
    const fault = faultOf(field, value)
    if (fault) faults[field] = fault
    return value
  }
  const laterMessage = ((): LaterMessage => {
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
  return Object.keys(faults).length === 0 ? { ok: true, laterMessage } : { ok: false, faults }
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
