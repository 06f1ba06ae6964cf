import { randomBytes } from 'node:crypto'
import { proofMaker } from '../../support/portal/proof.ts'

const facts =
  '2026年8月至10月在柳岸工地做木工，工资一直没有发。多次找过工头和公司，都说再等等。' +
  '十月底到劳动监察大队反映，登记后没有下文。'

/** What a citizen files, made up: about four hundred characters of facts. */
const petition = {
  category: 'claim',
  topic: 'labour',
  region: 'chengxi-liuan',
  title: '工地拖欠三个月工资',
  request: '请督促公司付清拖欠的工资，并告知我办理结果。',
  facts: facts.repeat(6),
  name: '李秀英',
  phone: '13800001234',
  address: '城西街道柳岸社区 8 栋 302 室',
  idNumber: '',
}

/** What is sent: a form for data, a form for a page, an entry for Strapi, or a reading of the form. */
export type Kind = 'form' | 'form-page' | 'entry' | 'read'

const form = `${new URLSearchParams(petition)}&proof=`
const entry = JSON.stringify({ data: { title: petition.title, text: petition.facts } })
const keyLength = 22
/** Made in advance, proofs are all of one length. */
const proofLength = proofMaker(randomBytes(32))().length
const blank = `${'='.repeat(proofLength)}&key=${'='.repeat(keyLength)}`

const shapes: Record<Kind, { method: string; accept: string; type: string; body: string }> = {
  form: {
    method: 'POST',
    accept: 'application/json',
    type: 'application/x-www-form-urlencoded',
    body: form + blank,
  },
  'form-page': {
    method: 'POST',
    accept: 'text/html',
    type: 'application/x-www-form-urlencoded',
    body: form + blank,
  },
  entry: { method: 'POST', accept: 'application/json', type: 'application/json', body: entry },
  read: { method: 'GET', accept: 'text/html', type: '', body: '' },
}

/**
 * Makes requests of one kind, each a whole HTTP message. They are made beforehand but for the form's
 * key and proof of work, which are new each time, as a browser's would be. The proof costs no work:
 * whoever has the portal's pepper knows the solution.
 */
export function requestMaker(
  kind: Kind,
  url: string,
  { token, pepper = '' }: { token?: string | undefined; pepper?: string | undefined } = {},
): () => Buffer {
  const { method, accept, type, body } = shapes[kind]
  const { host, pathname } = new URL(url)
  const head = [
    `${method} ${pathname} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: keep-alive',
    'User-Agent: Mozilla/5.0 (X11; Linux x86_64)',
    `Accept: ${accept}`,
    'Accept-Encoding: gzip, deflate, br',
    'Accept-Language: zh-CN,zh;q=0.9',
    ...(body ? [`Content-Type: ${type}`, `Content-Length: ${Buffer.byteLength(body)}`] : []),
    ...(token ? [`Authorization: Bearer ${token}`] : []),
  ].join('\r\n')
  const message = Buffer.from(`${head}\r\n\r\n${body}`)
  if (kind !== 'form' && kind !== 'form-page') return () => message
  const prove = proofMaker(Buffer.from(pepper, 'base64url'))
  return () => {
    const own = Buffer.from(message)
    own.write(prove(), own.length - blank.length)
    own.write(randomBytes(16).toString('base64url'), own.length - keyLength)
    return own
  }
}
