import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { Core } from '@strapi/strapi'
import type { KeptAttachment } from '../../../contracts/cases/desk-state.ts'
import { layout } from '../../../environment.ts'
import { openLog, readLog } from '../../events/event-log.ts'
import { sealedPath } from '../../sealed/sealed-file.ts'
import { keptPath } from '../../files/kept-files.ts'
import { readDraft } from '../../reply/draft.ts'
import { replyFolders } from '../../reply/draft-files.ts'
import { projectCase } from '../../rules/case/project-case.ts'
import { mayRead } from '../../rules/event-words.ts'
import type { Authorized } from '../case-route.ts'

/** A file of a case, and where it lies sealed. */
type FoundFile = { file: Attachment; state: KeptAttachment['state']; path: string }

/** The files that went with opinions of a case, as far as a party may read of these. */
async function ofOpinions(strapi: Core.Strapi, { party, row }: Authorized): Promise<Attachment[]> {
  const events = openLog(await readLog(strapi, row.number))
  const file = projectCase(events)
  return events
    .filter((event) => mayRead(event, file, party))
    .flatMap(({ body }) => ('files' in body ? (body.files ?? []) : []))
}

/**
 * A file of a case that the asker may see: what came with a message, what went with an opinion that the asker may
 * read, or what the asker has added to an opinion of their own that is not sent yet.
 */
export async function findFile(
  strapi: Core.Strapi,
  authorized: Authorized,
  id: string,
): Promise<FoundFile | null> {
  const { account, row } = authorized
  const known = (files: readonly Attachment[]) => files.find((file) => file.id === id)
  const path = sealedPath(layout.attachments, row.number, id)
  const came = row.attachments?.find((file) => file.id === id)
  if (came) return { file: came, state: came.state, path }
  const went = known(await ofOpinions(strapi, authorized))
  if (went) return { file: went, state: 'kept', path }
  const draft = await readDraft(strapi, row.number, account.id)
  const added = known(draft?.fields.files ?? [])
  const lies = added && (await keptPath(replyFolders, row.number, id))
  return added ? { file: added, state: lies ? 'kept' : 'missing', path: lies ?? path } : null
}
