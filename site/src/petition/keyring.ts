import { deriveAccessKeys } from '@portal/content/schema/access'
import type { AccessKeys } from '@portal/content/schema/access'
import type { Slots } from './concurrency-limit.ts'

/** Turns a query code into its keys. @throws Unavailable when too many are waiting */
export type OpenKeyring = (code: string, salt: Uint8Array) => Promise<AccessKeys>

/** The slow hash, no more at a time than `slots` allow. */
export function keyringOpener(slots: Slots): OpenKeyring {
  return (code, salt) => slots.run(() => deriveAccessKeys(code, salt))
}
