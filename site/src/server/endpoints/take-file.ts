import type { IncomingMessage } from 'node:http'
import type { Attachments } from '../../petition/attachments/attachments.ts'
import { Unavailable } from '../../petition/unavailable.ts'
import type { Limits } from '../limits/limits.ts'
import type { TakeFile } from '../http/multipart.ts'

/** Takes the files of a form that was posted without a script, as many as an address may bring. */
export function takeFile(parts: {
  attachments: Pick<Attachments, 'receive'>
  limits: Limits
  addressOf: (request: IncomingMessage) => string
  conceal: (address: string) => string
}): TakeFile {
  const { attachments, limits, addressOf, conceal } = parts
  return async (request, key, name, content) => {
    const address = addressOf(request)
    const allowed = await limits.allow('upload', { address })
    if (!allowed.ok) throw new Unavailable('busy', allowed.retryAfter)
    return attachments.receive(key, name, content, conceal(address))
  }
}
