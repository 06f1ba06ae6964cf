import type { Answer } from './answer.ts'

/** What may come back beside the page's own answers. */
export type Sending = { kind: 'refused'; message: string } | { kind: 'offline' }

const patience = 60_000

/** Posts the form as the browser itself would, and asks for the answer as data. */
export async function sendForm(form: HTMLFormElement): Promise<Answer | Sending> {
  const fields = new URLSearchParams()
  new FormData(form).forEach((value, name) => fields.append(name, String(value)))
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), patience)
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body: fields,
      headers: { Accept: 'application/json' },
      signal: abort.signal,
    })
    return (await response.json()) as Answer | Sending
  } catch {
    return { kind: 'offline' }
  } finally {
    clearTimeout(timer)
  }
}
