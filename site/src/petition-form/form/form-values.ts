import { fieldNames } from '../../petition/fields/fields.ts'
import type { TypedFields } from '../../petition/fields/fields.ts'
import { typedFields } from '../submit/submission-response.ts'

/** What stands in the form now. */
export function readForm(form: HTMLFormElement): TypedFields {
  const data = new FormData(form)
  return typedFields({
    get: (name) => {
      const value = data.get(name)
      return typeof value === 'string' ? value : undefined
    },
  })
}

/** Puts values into the form; fields that are not among them stay as they are. */
export function fillForm(form: HTMLFormElement, values: TypedFields): void {
  for (const name of fieldNames) {
    const value = values[name]
    const control = form.elements.namedItem(name)
    if (value === undefined || control === null) continue
    if (control instanceof RadioNodeList) control.value = value
    else (control as HTMLInputElement).value = value
  }
}
