import { satisfactions } from '@portal/content/schema/evaluation'
import type { Evaluation, Satisfaction } from '@portal/content/schema/evaluation'
import { evaluationId } from './evaluation-id.ts'
import type { Mailbox } from './ports.ts'
import type { Seal } from './seal.ts'
import { countCharacters, prose } from './text.ts'
import { readStanding } from './track.ts'
import type { Tracking } from './track.ts'
import { Unavailable } from './unavailable.ts'
import type { Credentials, Verify } from './verify.ts'

export type TypedEvaluation = { satisfaction?: string; comment?: string }
export type EvaluationFaults = { satisfaction?: string; comment?: string }

/** Where the petition stands afterwards, and what was wrong with the evaluation if it was not taken. */
export type EvaluationOutcome = { tracking: Tracking; faults: EvaluationFaults; taken: boolean }

const commentLimit = 500

/** Parses an evaluation as typed, or says by field what to do. */
export function parseEvaluation(
  typed: TypedEvaluation,
): { ok: true; evaluation: Evaluation } | { ok: false; faults: EvaluationFaults } {
  const comment = prose(typed.comment ?? '')
  const excess = countCharacters(comment) - commentLimit
  const faults: EvaluationFaults = {}
  if (!isSatisfaction(typed.satisfaction)) faults.satisfaction = '请选择满意、基本满意或不满意'
  if (excess > 0) faults.comment = `意见最多 ${commentLimit} 个字，请删去 ${excess} 个字`
  return isSatisfaction(typed.satisfaction) && excess <= 0
    ? { ok: true, evaluation: { satisfaction: typed.satisfaction, comment } }
    : { ok: false, faults }
}

/**
 * Files the petitioner's evaluation of the handling (art. 21). Its message id is derived from
 * the petition's identity and the reply, so each reply is evaluated once, however often the form is sent.
 */
export function createEvaluate(parts: {
  mailbox: Mailbox
  seal: Seal
  verify: Verify
  now: () => Date
}) {
  const { mailbox, seal, verify, now } = parts

  return async function evaluate(
    credentials: Credentials,
    typed: TypedEvaluation,
  ): Promise<EvaluationOutcome> {
    const verification = await verify(credentials)
    if (verification.kind !== 'verified')
      return { tracking: verification, faults: {}, taken: false }
    const { receipt, held } = verification
    const tracking = await readStanding(mailbox, receipt, held)
    if (
      !held?.identity ||
      tracking.kind !== 'found' ||
      !tracking.status?.mayEvaluate ||
      tracking.evaluationPending
    ) {
      const taken = tracking.kind === 'found' && tracking.evaluationPending
      return { tracking, faults: {}, taken }
    }
    const parsed = parseEvaluation(typed)
    if (!parsed.ok) return { tracking, faults: parsed.faults, taken: false }

    const receivedAt = now()
    try {
      const sealed = await seal({
        version: 2,
        kind: 'evaluation',
        number: receipt.number,
        sentAt: receivedAt.toISOString(),
        evaluation: parsed.evaluation,
      })
      await mailbox.append({
        id: evaluationId(held.identity, tracking.status),
        number: receipt.number,
        sealed,
        receivedAt,
      })
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      return {
        tracking: { kind: 'unavailable', retryAfter: error.retryAfter },
        faults: {},
        taken: false,
      }
    }
    return { tracking: { ...tracking, evaluationPending: true }, faults: {}, taken: true }
  }
}

function isSatisfaction(value: string | undefined): value is Satisfaction {
  return value !== undefined && Object.hasOwn(satisfactions, value)
}
