import type { CaseChangedDetails, Happening } from '../../contracts/cases/desk-state.ts'

type Refusal = {
  response?: { data?: { error?: { details?: Partial<CaseChangedDetails> } } }
}

/** What happened to a case that had changed before a step was taken; undefined for other refusals. */
export function happenedIn(error: unknown): Happening[] | undefined {
  return (error as Refusal).response?.data?.error?.details?.happened
}
