import { Decrypter } from 'age-encryption'
import { status as statusSchema } from '@portal/content/schema/petition/status'
import type { Status } from '@portal/content/schema/petition/status'

/** A sealed status that does not open or is not one: damaged, forged or swapped. */
export class StatusDamaged extends Error {
  override name = 'StatusDamaged'
}

/**
 * Opens a sealed status with the petitioner's identity.
 * @throws StatusDamaged when it does not open, breaks the schema or is of another petition
 */
export async function openStatus(
  sealed: Uint8Array,
  identity: string,
  number: string,
): Promise<Status> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  let status: Status
  try {
    const opened: unknown = JSON.parse(await decrypter.decrypt(sealed, 'text'))
    status = statusSchema.parse(opened)
  } catch {
    // No cause: a parser's message may quote what it read.
    throw new StatusDamaged('a sealed status does not open')
  }
  if (status.number !== number) throw new StatusDamaged('a sealed status is of another petition')
  return status
}
