import { trackMessage } from './track-message.ts'
import type { TrackKind } from './track-message.ts'

/**
 * Keeps what was typed when number and code do not match. The server's answer to that never
 * repeats what was typed, so without this script both have to be typed again.
 */
export function watchTrackForm(form: HTMLFormElement, alert: HTMLElement): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void ask(form).then((kind) => {
      const message = trackMessage(kind)
      if (!message) return form.submit()
      const title = document.createElement('h2')
      title.textContent = message.title
      const text = document.createElement('p')
      text.textContent = message.text
      alert.textContent = ''
      alert.append(title, text)
      alert.hidden = false
      alert.focus()
    })
  })
}

async function ask(form: HTMLFormElement): Promise<TrackKind> {
  const fields = new URLSearchParams()
  new FormData(form).forEach((value, name) => fields.append(name, String(value)))
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body: fields,
      headers: { Accept: 'application/json' },
    })
    const { kind } = (await response.json()) as { kind: TrackKind | 'refused' }
    return kind === 'refused' ? 'failed' : kind
  } catch {
    return 'offline'
  }
}
