import { environment, layout } from '../../environment.ts'
import { connectMailbox, type MailboxClient } from './client.ts'
import { readKeyFile } from '../sealed/key-file.ts'

/** The mailbox of this installation. */
export function ownMailbox(): MailboxClient {
  const [token = ''] = readKeyFile(layout.mailboxToken)
  return connectMailbox(environment.mailboxEndpoint, token)
}
