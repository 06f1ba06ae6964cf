import type { SubmissionResponse } from './submission-response.ts'
import { trapName } from './honeypot.ts'
import type { Prover } from './prover.ts'

/** What may come back beside the page's own answers. */
export type Sending = { kind: 'refused'; message: string } | { kind: 'offline' }

const timeoutMs = 60_000

/**
 * Posts the form as the browser itself would, with a proof of work, and asks for the answer as data.
 * Where the proof does not count any more, another is made and the form sent once again.
 */
export async function sendForm(
  form: HTMLFormElement,
  prover: Prover,
): Promise<SubmissionResponse | Sending> {
  const answer = await post(form, await prover.proof())
  if (answer.kind === 'trapped') emptyTrap(form)
  if (answer.kind !== 'unproven') return answer
  prover.renew()
  return post(form, await prover.proof())
}

function emptyTrap(form: HTMLFormElement): void {
  const trap = form.elements.namedItem(trapName)
  if (trap instanceof HTMLInputElement) trap.value = ''
}

async function post(form: HTMLFormElement, proof: string): Promise<SubmissionResponse | Sending> {
  const fields = new URLSearchParams()
  new FormData(form).forEach((value, name) => fields.append(name, String(value)))
  fields.set('proof', proof)
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body: fields,
      headers: { Accept: 'application/json' },
      signal: abort.signal,
    })
    return (await response.json()) as SubmissionResponse | Sending
  } catch {
    return { kind: 'offline' }
  } finally {
    clearTimeout(timer)
  }
}
