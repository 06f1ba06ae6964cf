import type { CaseChangedDetails, CaseEvent } from '../../contracts/case-desk.ts'

type Refusal = {
  response?: { data?: { error?: { message?: string; details?: Partial<CaseChangedDetails> } } }
}

/** What the server says of a request that was refused, else what to do where it did not answer. */
export function messageOf(error: unknown): string {
  const { response } = error as Refusal
  return response?.data?.error?.message ?? '没有办成：请检查网络后再试。'
}

/** What happened to a case that had changed before a step was taken; undefined for other refusals. */
export function happenedIn(error: unknown): CaseEvent[] | undefined {
  return (error as Refusal).response?.data?.error?.details?.happened
}
