/**
 * Lets the browser save a file by itself, however large: a form of the page asks for it in a frame that nobody sees.
 * @param onFault called where the desk answers something else than a file
 */
export function fetchByForm(
  address: string,
  fields: Record<string, string>,
  onFault: () => void,
): void {
  const frame = document.createElement('iframe')
  frame.name = `file ${Date.now()}`
  frame.hidden = true
  document.body.append(frame)
  const form = document.createElement('form')
  form.method = 'post'
  form.action = address
  form.target = frame.name
  form.hidden = true
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  document.body.append(form)
  // A file that is saved is never shown in the frame.
  frame.addEventListener('load', () => {
    const words = frame.contentDocument?.body?.textContent
    if (words === undefined || words !== '') onFault()
  })
  form.submit()
  form.remove()
  // The answer may begin late where much is asked for; gone too early, the frame would end it.
  setTimeout(() => frame.remove(), 3_600_000)
}
