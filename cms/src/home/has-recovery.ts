import { identityToRecipient } from 'age-encryption'
import { readKeyFile } from '../casework/sealed/key-file.ts'
import { layout } from '../environment.ts'

/** Whether petitions are sealed to a key that is kept offline, besides those of this machine. */
export async function hasRecovery(): Promise<boolean> {
  const own = await Promise.all(readKeyFile(layout.identity).map(identityToRecipient))
  return readKeyFile(layout.recipients).some((recipient) => !own.includes(recipient))
}
