import { MovedError } from '@portal/content/schema/operation/database-move'
import { openBackend } from '../../petition/mailbox/open.ts'
import { createChannelStore } from '../../petition/mailbox/channels.ts'
import { createDraftStore } from '../../petition/mailbox/drafts.ts'
import { createEndedVisits } from '../../petition/mailbox/ended-visits.ts'
import { createMissedStore } from '../../petition/mailbox/missed.ts'
import { createSpentChallenges } from '../../petition/mailbox/spent-challenges.ts'
import { createReplyFileStore } from '../../petition/mailbox/reply-files/store.ts'
import { createMailbox } from '../../petition/mailbox/store.ts'
import { createUploadStore } from '../../petition/mailbox/uploads.ts'
import { createBacklog, createUncollected } from '../../petition/mailbox/uncollected.ts'
import { StartError } from './start-error.ts'

/** Opens the mailbox's database and everything that lies in it. @throws StartError */
export async function openStores(mailboxUrl: string) {
  const backend = await openBackend(mailboxUrl).catch((cause: unknown) => {
    if (cause instanceof MovedError) throw new StartError(cause.message, { cause })
    throw new StartError('信箱数据库打不开。请检查 MAILBOX_URL，以及磁盘空间和文件权限。', {
      cause,
    })
  })
  return {
    mailbox: createMailbox(backend),
    waiting: createUncollected(backend),
    backlog: createBacklog(backend),
    uploads: createUploadStore(backend),
    replyFiles: createReplyFileStore(backend),
    drafts: createDraftStore(backend),
    spent: createSpentChallenges(backend),
    endedVisits: createEndedVisits(backend),
    channels: createChannelStore(backend),
    missed: createMissedStore(backend),
  }
}
