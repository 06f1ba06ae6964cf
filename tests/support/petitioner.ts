import { postAsBrowser } from './citizen.ts'
import { solveProof } from './proof.ts'

/** What the tests file; the person does not exist. */
export const petition = {
  name: '演示用户',
  phone: '13800000000',
  address: '青禾区城西街道柳岸社区某号',
  idNumber: '11010519491231002X',
  category: 'claim',
  topic: 'transport',
  region: 'chengxi-liuan',
  title: '柳岸社区路灯长期不亮',
  request: '请尽快修好柳岸社区内的路灯。',
  facts: '今年九月起，社区内三盏路灯一直不亮，夜里行走不安全，曾向社区反映，尚未修复。',
}

/** The hidden and shown fields of the form on a page. */
function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    if (name) fields[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
  }
  return fields
}

/** What the portal answers to a form. */
export type Answer = { status: number; html: string }

/** Fills the form at `path` as a browser without JavaScript does, and posts it. */
export async function fillForm(
  portal: string,
  path: string,
  values: Record<string, string>,
): Promise<Answer> {
  const page = await fetch(`${portal}${path}`)
  const hidden = fieldsOf(await page.text())
  return postForm(portal, path, { ...hidden, ...values })
}

/** Posts form fields as they are. */
export async function postForm(
  portal: string,
  path: string,
  values: Record<string, string>,
): Promise<Answer> {
  return postAsBrowser(portal + path, new URLSearchParams(values), { origin: portal })
}

/** Number and code as a receipt or JSON answer shows them. */
export type Receipt = { number: string; code: string }

/** Files the petition of the tests by the JSON face of the form, as the page's own script does. */
export async function file(
  portal: string,
  changes: Partial<typeof petition> = {},
): Promise<Receipt> {
  const page = await fetch(`${portal}/petition/`)
  const proof = await solveProof(portal)
  const response = await fetch(`${portal}/petition/`, {
    method: 'POST',
    headers: { origin: portal, accept: 'application/json' },
    body: new URLSearchParams({ ...fieldsOf(await page.text()), ...petition, ...changes, proof }),
  })
  const answer = (await response.json()) as Receipt
  if (!response.ok) throw new Error(`filing was refused: ${response.status}`)
  return answer
}
