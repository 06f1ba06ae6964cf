import { focusAlert } from '../focus-alert.ts'
import { dropMessageDraft, keepMessageDraft, readMessageDraft } from './message-draft.ts'
import { offlineNotice } from './message-notice.ts'
import { restoreForm } from './restore-form.ts'
import { sendLaterMessage } from './send-message.ts'

const intents = ['evaluate', 'supplement', 'withdraw', 'appeal']

/**
 * Sees to it that what is written on the tracking page is not lost: it is kept in the tab until it is
 * sent, sent without leaving the page, and back after a reload, Back, or a tab that was killed.
 */
export function keepLaterMessages(tracking: HTMLElement): void {
  const { visit = '', at = '' } = tracking.dataset
  // A page that answers a form cannot be come back to; the one at this address can.
  if (!location.search.includes(visit)) history.replaceState(history.state, '', at)
  const alert = tracking.querySelector<HTMLElement>('[role="alert"]:not([hidden])')
  if (alert) focusAlert(alert)
  else if (location.hash === '#sent') document.querySelector<HTMLElement>('#sent')?.focus()

  const forms = tracking.querySelectorAll<HTMLFormElement>('form[data-message]')
  forms.forEach((form) => watch(form, visit))
  showUnsent(tracking, visit, new Set(Array.from(forms, ({ dataset }) => dataset.message ?? '')))
  tracking.querySelectorAll<HTMLFormElement>('form[data-drop]').forEach((form) => {
    form.addEventListener('submit', () => dropMessageDraft(visit, form.dataset.drop ?? ''))
  })
  tracking.querySelector('form[data-leave]')?.addEventListener('submit', () => {
    for (const intent of intents) dropMessageDraft(visit, intent)
  })
}

function watch(form: HTMLFormElement, visit: string): void {
  const intent = form.dataset.message ?? ''
  const keep = () => keepMessageDraft(visit, intent, new FormData(form).entries())
  // The confirmation of a withdrawal has its reason out of sight: what is kept is of the form before.
  const writes = form.querySelector('textarea, input[type="radio"]') !== null
  if (writes) {
    const draft = readMessageDraft(visit, intent)
    // What the server has given back is the newer.
    if (hasText(form)) keep()
    else if (draft) restoreForm(form, draft)
    form.addEventListener('input', keep)
  }
  form.addEventListener('submit', (event) => {
    // Files that the script of the field does not have yet go the browser's own way.
    const plain = form.querySelector<HTMLInputElement>('input[type="file"][name="files"]')
    if ('waiting' in form.dataset || plain?.files?.length) return
    event.preventDefault()
    if (writes) keep()
    void sendLaterMessage(form, offlineNotice, () => dropMessageDraft(visit, intent))
  })
}

function hasText(form: HTMLFormElement): boolean {
  return Array.from(form.querySelectorAll('textarea')).some(({ value }) => value !== '')
}

/** What was written in a form that is not there any more, so that it can be copied. */
function showUnsent(tracking: HTMLElement, visit: string, shown: ReadonlySet<string>): void {
  const box = tracking.querySelector<HTMLElement>('[data-unsent]')
  if (!box || tracking.querySelector('.typed')) return
  for (const intent of intents.filter((each) => !shown.has(each))) {
    const { comment, text: supplement, reason, grounds } = readMessageDraft(visit, intent) ?? {}
    for (const text of [comment, supplement, reason, grounds].filter((each) => each)) {
      const paragraph = document.createElement('p')
      paragraph.className = 'typed'
      paragraph.textContent = text ?? ''
      box.querySelector('button')?.before(paragraph)
      box.hidden = false
    }
  }
  box.querySelector('button')?.addEventListener('click', () => {
    for (const intent of intents.filter((each) => !shown.has(each))) dropMessageDraft(visit, intent)
    box.remove()
  })
}
