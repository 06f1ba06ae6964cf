import { askTracking } from '../ask-tracking.ts'
import { formNotice } from './message-notice.ts'
import type { MessageAnswer, FormNotice } from './message-notice.ts'
import { trackMessage } from '../track-message.ts'

/** The answers that the server shows on a page of its own: they need the form once more. */
const shownByServer = new Set(['asked', 'closed', 'pending', 'files-gone'])

/** Sends a later message without leaving the page, or says beside it why that did not go. */
export async function sendLaterMessage(
  form: HTMLFormElement,
  offline: FormNotice,
  onSent: () => void,
): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>('[type="submit"]')
  // A second click of a double click, too.
  if (!button || button.getAttribute('aria-disabled') === 'true') return
  button.setAttribute('aria-disabled', 'true')
  showFaults(form, {})
  const answer = await askTracking(form)
  const { kind = 'unread', faults = {} } = answer.outcome ?? {}
  if (kind === 'sent' && answer.at) {
    onSent()
    return location.assign(answer.at)
  }
  button.removeAttribute('aria-disabled')
  if (shownByServer.has(kind)) return form.submit()
  showFaults(form, faults)
  say(form, messageOf(answer, offline))
}

function messageOf({ kind, outcome }: MessageAnswer, offline: FormNotice): FormNotice {
  if (kind === 'offline') return offline
  const told = outcome && formNotice(outcome.kind)
  if (told) return told
  const { title = '网站出了问题', text = '' } = trackMessage(kind) ?? {}
  return { title: `还没有送出，${title}`, text: `您写的都还在这一页。${text}` }
}

function say(form: HTMLFormElement, { title, text }: FormNotice): void {
  const alert = document.getElementById(`${form.dataset.message}-alert`)
  const [heading, words] = [alert?.querySelector('h3'), alert?.querySelector('p')]
  if (!alert || !heading || !words) return
  heading.textContent = title
  words.textContent = text
  alert.hidden = false
  alert.focus()
}

/** Beside each field what is wrong with it, and nothing where nothing is. */
function showFaults(form: HTMLFormElement, faults: Partial<Record<string, string>>): void {
  form.querySelectorAll<HTMLElement>('[data-fault]').forEach((words) => {
    const name = words.dataset.fault ?? ''
    const fault = name.endsWith('-files') ? faults.files : faults[name]
    words.textContent = fault ?? ''
    if (words.parentElement) words.parentElement.hidden = !fault
    const control = form.querySelector(`textarea[name="${name}"]`)
    if (fault) control?.setAttribute('aria-invalid', 'true')
    else control?.removeAttribute('aria-invalid')
  })
}
