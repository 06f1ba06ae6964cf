import assert from 'node:assert/strict'
import { parse } from 'node-html-parser'
import { solveProof } from './proof.ts'

export type Page = { status: number; html: string; headers: Headers }

/**
 * A citizen who opens pages and posts forms as a plain browser does, but for the proof of work: without
 * one the portal takes few petitions. One that is given with the fields counts, also an empty one.
 * @param prove makes a proof; one is made for each form key
 */
export function createCitizen(
  url: string,
  prove: () => Promise<string> | string = () => solveProof(url),
) {
  const proofs = new Map<string, Promise<string> | string>()
  const proven = async (fields: Record<string, string>) => {
    if (fields.proof !== undefined) return fields
    const key = fields.key ?? ''
    const proof = proofs.get(key) ?? prove()
    proofs.set(key, proof)
    return { ...fields, proof: await proof }
  }
  const post = (path: string, fields: Record<string, string>): Promise<Page> =>
    postAsBrowser(url + path, new URLSearchParams(fields))
  return {
    /** Opens the form and gives its hidden key. */
    async openForm(): Promise<string> {
      return formKey((await read(await fetch(`${url}/petition/`))).html)
    },
    file: async (fields: Record<string, string>) => post('/petition/', await proven(fields)),
    /** Posts as the page's script does, and reads the answer as data. */
    async fileAsData(fields: Record<string, string>) {
      const response = await fetch(`${url}/petition/`, {
        method: 'POST',
        body: new URLSearchParams(await proven(fields)),
        headers: { accept: 'application/json' },
      })
      return { status: response.status, answer: await response.json() }
    },
    track: (number: string, code: string) => post('/petition/track/', { number, code }),
    evaluate: (number: string, code: string, satisfaction: string, comment = '') =>
      post('/petition/track/', { intent: 'evaluate', number, code, satisfaction, comment }),
    /** Sends a later message from the tracking page, or asks for the calendar file. */
    follow: (
      intent: string,
      { number, code }: { number: string; code: string },
      fields: Record<string, string> = {},
    ) => post('/petition/track/', { intent, number, code, ...fields }),
    open: async (path: string) => read(await fetch(url + path)),
  }
}
export type Citizen = ReturnType<typeof createCitizen>

/** Number and code as they stand on a receipt. */
export function readReceipt({ html }: Pick<Page, 'html'>): { number: string; code: string } {
  const [number, code] = [...html.matchAll(/class="receipt-value">([^<]+)</g)].map(
    ([, text]) => text,
  )
  assert.ok(number && code, 'the page shows no receipt')
  return { number, code }
}

/** The page's own words: no tags, no scripts, no data for scripts. */
export function visibleText({ html }: Page): string {
  return (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html)
    .replace(/<(script|style|template)[\s\S]*?<\/\1>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
}

/** A page of the tracking form without what was typed into it: all that may differ in a refusal. */
export function withoutTyped(html: string): string {
  return html.replace(/(<input[^>]* name="(?:number|code)") value(?:="[^"]*")?/g, '$1')
}

export function formKey(html: string): string {
  const key = /<input type="hidden" name="key" value="([^"]+)"|name="key"[^>]*value="([^"]+)"/.exec(
    html,
  )
  return key?.[1] ?? key?.[2] ?? assert.fail('the form carries no key')
}

/** Posts a form and goes where the answer leads, with the cookie that it brings. */
export async function postAsBrowser(
  url: string,
  body: URLSearchParams | FormData,
  headers: Record<string, string> = {},
): Promise<Page> {
  const response = await fetch(url, { method: 'POST', body, headers, redirect: 'manual' })
  const location = response.headers.get('location')
  if (response.status !== 303 || !location) return read(response)
  const cookie = response.headers.getSetCookie().map((each) => each.split(';', 1)[0] ?? '')
  return read(await fetch(new URL(location, url), { headers: { cookie: cookie.join('; ') } }))
}

async function read(response: Response): Promise<Page> {
  return { status: response.status, html: await response.text(), headers: response.headers }
}

/** Bytes of a part of the body, so few that signs of several bytes are cut. */
const partBytes = 1_021

/**
 * Posts a form as a browser without a script does, and reads the page that comes back.
 * @throws TypeError where the page is not UTF-8
 */
export async function postInPieces(
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
export function fieldValue(html: string, name: string): string | undefined {
  const control = parse(html).querySelector(`textarea[name="${name}"], input[name="${name}"]`)
  if (!control) return undefined
  if (control.tagName === 'INPUT') return lines(control.getAttribute('value') ?? '')
  // HTML, 13.2.6.4.7: a line end right after the start tag is not part of the text.
  return lines(control.text).replace(/^\n/, '')
}

function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
