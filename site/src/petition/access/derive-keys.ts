import { deriveAccessKeys } from '@portal/content/schema/mailbox/access'
import type { AccessKeys } from '@portal/content/schema/mailbox/access'
import type { ConcurrencyLimit } from '../concurrency-limit.ts'

/** Turns a query code into its keys. @throws Unavailable when too many are waiting */
export type DeriveKeys = (code: string, salt: Uint8Array) => Promise<AccessKeys>

/** The slow hash, no more at a time than `concurrency` allow. */
export function keyDeriver(concurrency: ConcurrencyLimit): DeriveKeys {
  return (code, salt) => concurrency.run(() => deriveAccessKeys(code, salt))
}
