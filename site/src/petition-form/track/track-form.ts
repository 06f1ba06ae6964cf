import type { MessageAnswer } from './later-messages/message-notice.ts'
import { askTracking } from './ask-tracking.ts'
import { trackMessage } from './track-message.ts'

/**
 * Asks for the progress without leaving the page, so that both fields stay as they are typed where
 * number and code do not match, or the network is gone.
 */
export function watchTrackForm(form: HTMLFormElement, alert: HTMLElement): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void askTracking(form).then((answer) => follow(answer, form, alert))
  })
}

function follow({ kind, at }: MessageAnswer, form: HTMLFormElement, alert: HTMLElement): void {
  const typed = new FormData(form)
  const written = (name: string) => String(typed.get(name) ?? '')
  const message = trackMessage(kind, { number: written('number'), code: written('code') })
  if (!message) return at ? location.assign(at) : form.submit()
  const title = document.createElement('h2')
  title.textContent = message.title
  const text = document.createElement('p')
  text.textContent = message.text
  alert.textContent = ''
  alert.append(title, text)
  alert.hidden = false
  alert.focus()
}
