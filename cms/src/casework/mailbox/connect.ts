import { environment, layout } from '../../environment.ts'
import { connectMailbox, type Mailbox } from './client.ts'
import { readKeyFile } from './key-file.ts'

/** The mailbox of this installation. */
export function ownMailbox(): Mailbox {
  const [token = ''] = readKeyFile(layout.mailboxToken)
  return connectMailbox(environment.mailboxEndpoint, token)
}
