import { createHash, createHmac } from 'node:crypto'

/** A call of an Aliyun RPC operation: `POST /`, its parameters in the query, no body. */
export type Call = {
  host: string
  action: string
  version: string
  /** `YYYY-MM-DDTHH:MM:SSZ` */
  date: string
  nonce: string
  query: Record<string, string>
}

const algorithm = 'ACS3-HMAC-SHA256'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** RFC 3986: letters, digits and -_.~ stand, the rest is escaped. */
function escape(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** The query as it is signed, and as it must be sent: sorted by name, escaped. */
export function canonicalQuery(query: Record<string, string>): string {
  return Object.entries(query)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${escape(name)}=${escape(value)}`)
    .join('&')
}

/**
 * The headers of a signed call, without `host`, which the HTTP client sets from the address.
 * Source: Aliyun, “V3 版本请求体&签名机制”.
 */
export function signCall(
  { host, action, version, date, nonce, query }: Call,
  key: { id: string; secret: string },
): Record<string, string> {
  const bodyHash = sha256('')
  const sent = {
    'x-acs-action': action,
    'x-acs-content-sha256': bodyHash,
    'x-acs-date': date,
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
  }
  const signed = Object.entries({ host, ...sent })
  const lines = signed.map(([name, value]) => `${name}:${value}\n`).join('')
  const names = signed.map(([name]) => name).join(';')
  const request = ['POST', '/', canonicalQuery(query), lines, names, bodyHash].join('\n')
  const signature = createHmac('sha256', key.secret)
    .update(`${algorithm}\n${sha256(request)}`)
    .digest('hex')
  return {
    ...sent,
    authorization: `${algorithm} Credential=${key.id},SignedHeaders=${names},Signature=${signature}`,
  }
}
