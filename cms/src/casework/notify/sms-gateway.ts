import type { Send } from './port.ts'

/** Answers that speak of the office's own access or pace, not of this recipient. */
const mendable = [401, 403, 404, 408, 425, 429]

/**
 * Sends through any gateway that takes `POST {to, text}` as JSON with a bearer token. 2xx:
 * accepted; 4xx: refused for good, save what the office can mend; anything else is tried again.
 * The `idempotency-key` header is the same at every try.
 */
export function sendByGateway(url: string, token: string, timeoutMs = 10_000): Send {
  return async (to, { id, sms }) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': id,
        },
        body: JSON.stringify({ to, text: sms }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      })
      const { ok, status } = response
      await response.body?.cancel()
      if (ok) return { kind: 'sent' }
      if (status >= 400 && status < 500 && !mendable.includes(status)) {
        return { kind: 'refused', reason: `短信网关拒收（${status}）` }
      }
      return { kind: 'unavailable', reason: `短信网关暂时不能发送（${status}）` }
    } catch {
      return { kind: 'unavailable', reason: '短信网关没有应答' }
    }
  }
}
