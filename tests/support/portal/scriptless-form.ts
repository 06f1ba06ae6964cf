import { parse } from 'node-html-parser'
import type { HTMLElement } from 'node-html-parser'
import { postAsBrowser } from './citizen.ts'
import type { Page } from './citizen.ts'

/** A button of a form that takes files, on a page without a script. */
type FormButton = {
  words: string
  /** Presses it with these files chosen, and fields changed as if by hand. */
  press(
    files: readonly File[],
    changed?: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Page>
}

/** Every button that posts a form with files, in the order of the page. */
export function fileFormButtons(page: Page, url: string): FormButton[] {
  const root = parse(page.html)
  return root.querySelectorAll('form[enctype="multipart/form-data"]').flatMap((form) => {
    const id = form.getAttribute('id')
    const outside = id ? root.querySelectorAll(`button[form="${id}"]`) : []
    const buttons = [...form.querySelectorAll('button'), ...outside].filter(
      (button) => button.getAttribute('type') !== 'button' && !button.hasAttribute('aria-hidden'),
    )
    return buttons.map((button) => ({
      words: button.text.replace(/\s+/g, ''),
      press: (files, changed = {}, headers = {}) => {
        const to = button.getAttribute('formaction') ?? form.getAttribute('action') ?? ''
        const fields = fieldsOf(root, form, button, { files, changed })
        return postAsBrowser(new URL(to.replace(/#.*/, ''), url).href, fields, headers)
      },
    }))
  })
}

/** What a browser would send: each control at its place on the page, and of the buttons the pressed one. */
function fieldsOf(
  root: HTMLElement,
  form: HTMLElement,
  pressed: HTMLElement,
  chosen: { files: readonly File[]; changed: Record<string, string> },
): FormData {
  const data = new FormData()
  const id = form.getAttribute('id') ?? 'none'
  const controls = root
    .querySelectorAll('input, select, textarea, button')
    .filter((control) => control.closest('form') === form || control.getAttribute('form') === id)
  for (const control of controls) {
    const [name, type] = [control.getAttribute('name'), control.getAttribute('type')]
    const isChosen = !['radio', 'checkbox'].includes(type ?? '') || control.hasAttribute('checked')
    if (!name || !isChosen || (control.tagName === 'BUTTON' && control !== pressed)) continue
    if (type === 'file') for (const file of chosen.files) data.append(name, file)
    else data.append(name, chosen.changed[name] ?? valueOf(control))
  }
  return data
}

function valueOf(control: HTMLElement): string {
  if (control.tagName === 'TEXTAREA') return control.text.replace(/^\n/, '')
  const holder = control.tagName === 'SELECT' ? control.querySelector('option[selected]') : control
  return holder?.getAttribute('value') ?? ''
}
