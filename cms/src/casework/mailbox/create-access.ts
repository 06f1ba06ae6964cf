import { makeAccess, type Access } from '@portal/content/schema/mailbox/access'
import { identityToRecipient } from 'age-encryption'

/** What the office keeps of a query code: whom to seal statuses to, and what lets the holder in. */
export type CaseAccess = { statusRecipient: string; access: Access }

/**
 * Lets the holder of a query code in. Neither the code nor the identity is kept: the office can
 * seal statuses, and only the code opens them again.
 * @returns null where `identity` looks like an age identity and is none
 */
export async function createAccess(
  number: string,
  code: string,
  identity: string,
): Promise<CaseAccess | null> {
  const statusRecipient = await identityToRecipient(identity).catch(() => null)
  if (statusRecipient === null) return null
  return { statusRecipient, access: await makeAccess(number, code, identity) }
}
