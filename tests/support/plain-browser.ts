import { parse } from 'node-html-parser'

/** Bytes of a part of the body, so few that signs of several bytes are cut. */
const partBytes = 1_021

/**
 * Posts a form as a browser without a script does, and reads the page that comes back.
 * @throws TypeError where the page is not UTF-8
 */
export async function postForm(
  url: string,
  fields: Record<string, string>,
  multipart: boolean,
): Promise<string> {
  const request = new Request(url, {
    method: 'POST',
    body: multipart ? formData(fields) : new URLSearchParams(fields),
  })
  const bytes = new Uint8Array(await request.arrayBuffer())
  const sent = {
    method: 'POST',
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    body: inParts(bytes),
    duplex: 'half',
  }
  const response = await fetch(url, sent)
  return new TextDecoder('utf-8', { fatal: true }).decode(await response.arrayBuffer())
}

function formData(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

function inParts(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.slice(at, (at += partBytes)))
      if (at >= bytes.length) controller.close()
    },
  })
}

/** What stands in a field of a page, as its browser would send it but for `\n` as line end. */
export function field(html: string, name: string): string | undefined {
  const control = parse(html).querySelector(`textarea[name="${name}"], input[name="${name}"]`)
  if (!control) return undefined
  if (control.tagName === 'INPUT') return lines(control.getAttribute('value') ?? '')
  // HTML, 13.2.6.4.7: a line end right after the start tag is not part of the text.
  return lines(control.text).replace(/^\n/, '')
}

function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
