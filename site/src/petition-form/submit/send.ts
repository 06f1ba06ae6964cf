import { postFields, textFields } from '../timed-request.ts'
import type { SubmissionResponse } from './submission-response.ts'
import { trapName } from './honeypot.ts'
import type { Prover } from './prover.ts'

/** What may come back beside the page's own answers. */
export type SendFailure = { kind: 'refused'; message: string } | { kind: 'offline' }

/**
 * Posts the form as the browser itself would, with a proof of work, and asks for the answer as data.
 * Where the proof does not count any more, another is made and the form sent once again.
 */
export async function sendForm(
  form: HTMLFormElement,
  prover: Prover,
): Promise<SubmissionResponse | SendFailure> {
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

async function post(
  form: HTMLFormElement,
  proof: string,
): Promise<SubmissionResponse | SendFailure> {
  const fields = textFields(form)
  fields.set('proof', proof)
  const answer = await postFields<SubmissionResponse | SendFailure>(form.action, fields)
  return answer ?? { kind: 'offline' }
}
