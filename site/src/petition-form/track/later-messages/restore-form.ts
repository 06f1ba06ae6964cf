import type { MessageDraft } from './message-draft.ts'

/** Told to a form when its key has changed, for the files that arrive under it. */
export const keyChanged = 'message-key'

/** Puts what was written back into its form, opens it, and says so. */
export function restoreForm(form: HTMLFormElement, draft: MessageDraft): void {
  for (const [name, value] of Object.entries(draft)) {
    const control = form.elements.namedItem(name)
    if (control instanceof RadioNodeList) control.value = value
    else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
      control.value = value
    }
  }
  form.dispatchEvent(new Event(keyChanged))
  const folded = form.closest('details')
  if (folded) folded.open = true
  const said = form.querySelector('[data-restored]')
  if (said) said.textContent = '刚才写的还在，还没有送出。'
}
