import { Decrypter } from 'age-encryption'
import { keyLines } from '@portal/content/schema/operation/key-lines'
import { createSeal } from '../../site/src/petition/seal.ts'

const number = '1000000000000000'

/** Whether an envelope that the portal would seal to `recipients` opens with a file of identities. */
export async function opensWith(
  recipients: readonly string[],
  identityText: string,
): Promise<boolean> {
  const decrypter = new Decrypter()
  try {
    const sealed = await createSeal(recipients)({
      version: 2,
      kind: 'evaluation',
      number,
      sentAt: new Date().toISOString(),
      evaluation: { satisfaction: 'satisfied', comment: '' },
    })
    for (const identity of keyLines(identityText)) decrypter.addIdentity(identity)
    const opened = JSON.parse(await decrypter.decrypt(sealed, 'text')) as { number?: unknown }
    return opened.number === number
  } catch {
    return false
  }
}
