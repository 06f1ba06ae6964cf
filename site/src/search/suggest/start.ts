import { combobox } from './combobox.ts'
import { fetching, finder } from './load.ts'

const forms = Array.from(document.querySelectorAll<HTMLFormElement>('form[data-search-index]'))
const find = finder(fetching(forms[0]?.dataset['searchIndex'] ?? ''))
for (const form of forms) {
  const input = form.querySelector('input')
  if (input) combobox(form, input, find)
}
