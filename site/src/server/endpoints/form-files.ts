import type { Attachments } from '../../petition/attachments/attachments.ts'
import { Unavailable } from '../../petition/failures.ts'
import type { TakeFile } from '../http/multipart.ts'
import type { Limits } from '../limits/limits.ts'

/** Takes the files of a form that was posted without a script, as many as an address may bring. */
export function takeFormFile(parts: {
  attachments: Pick<Attachments, 'receive'>
  limits: Limits
  digest: (address: string) => string
}): TakeFile {
  const { attachments, limits, digest } = parts
  return async ({ address, key, name }, content) => {
    const allowed = await limits.allow('upload', { address })
    if (!allowed.ok) throw new Unavailable('busy', allowed.retryAfter)
    return attachments.receive(key, name, content, digest(address))
  }
}
