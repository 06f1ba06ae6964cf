import type { FollowAnswer } from './follow-up/follow-message.ts'

const timeoutMs = 60_000

/** Posts a form of the tracking page as the browser would, and asks for the answer as data. */
export async function askTracking(form: HTMLFormElement): Promise<FollowAnswer> {
  const fields = new URLSearchParams()
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string') fields.append(name, value)
  })
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body: fields,
      headers: { Accept: 'application/json' },
      signal: abort.signal,
    })
    const answer = (await response.json()) as FollowAnswer | { kind: 'refused' }
    return answer.kind === 'refused' ? { kind: 'failed' } : answer
  } catch {
    return { kind: 'offline' }
  } finally {
    clearTimeout(timer)
  }
}
