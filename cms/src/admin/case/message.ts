import type { Event } from './Happened'

type Refusal = {
  response?: { data?: { error?: { message?: string; details?: { happened?: Event[] } } } }
}

/** What the server says of a request that was refused, else what to do where it did not answer. */
export function messageOf(error: unknown): string {
  const { response } = error as Refusal
  return response?.data?.error?.message ?? '没有办成：请检查网络后再试。'
}

/** What happened to a case that had changed before a step was taken; undefined for other refusals. */
export function happenedIn(error: unknown): Event[] | undefined {
  return (error as Refusal).response?.data?.error?.details?.happened
}
