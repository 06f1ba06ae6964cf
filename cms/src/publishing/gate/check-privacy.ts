import {
  excerptOf,
  findDoubtful,
  findPersonal,
  signOf,
  type Hit,
} from '@portal/content/privacy/find'
import { personalKinds } from '@portal/content/privacy/kinds'
import { officeDigests } from '@portal/content/privacy/office-contacts'
import { digestOf } from '@portal/content/schema/release/privacy-allowed'
import type { Core } from '@strapi/strapi'
import { layout } from '../../environment.ts'
import { publicationOf } from '../transcribe/publications.ts'
import type { PrivacyHit, UnreadFile } from '../../contracts/publications/editions.ts'
import { recordView } from '../../casework/record/view-log.ts'
import type { Staff } from '../../strapi/staff.ts'
import { knownOf } from '../../privacy/known-people.ts'
import { textsOf, type FieldText } from '../../privacy/entry-texts.ts'
import { unreadIn } from '../../privacy/unread-files.ts'
import { documentsOf } from '../../strapi/documents.ts'
import { contentType } from '../../contracts/content-types.ts'

/** What the office gives of itself: its settings and its units. */
export async function officeEntries(strapi: Core.Strapi): Promise<object[]> {
  const settings = await strapi.documents(contentType.settings).findFirst()
  const departments = await strapi.documents(contentType.department).findMany({
    limit: -1,
  })
  return [settings, ...departments].filter((entry) => entry !== null)
}

/** The draft of an entry as it would be published; undefined where there is none. */
async function readDraft(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<Record<string, unknown> | undefined> {
  const publication = publicationOf(uid)
  if (!publication) return undefined
  const { populate } = publication
  const row = await documentsOf(strapi, publication.uid).findOne({ documentId, populate })
  return row ?? undefined
}

/**
 * What the check finds in a draft: `hits`, a place each; `doubts`, places of which a person must say that they name
 * nobody; and files whose words no program can read.
 */
export type Findings = { hits: PrivacyHit[]; doubts: PrivacyHit[]; unread: UnreadFile[] }

/**
 * Looks through the draft of an entry for what may name or lead to a person, names and numbers of the
 * case that a notice was written about among it. Nothing is found where nothing stands in the way of
 * publishing.
 */
export async function checkPrivacy(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<Findings> {
  const row = await readDraft(strapi, uid, documentId)
  if (!row) return { hits: [], doubts: [], unread: [] }
  const texts = await textsOf(strapi, uid, row, layout.cmsPublic)
  await recordCheck(strapi, row.caseNumber)
  return {
    hits: await hitsIn(strapi, texts, row.caseNumber),
    doubts: await placesIn(strapi, texts, (text) => findDoubtful(text)),
    unread: await unreadIn(texts, layout.cmsPublic),
  }
}

/** Comparing a draft with what is known of a case tells something of the case: that is written down as a view. */
async function recordCheck(strapi: Core.Strapi, caseNumber: unknown): Promise<void> {
  const account = strapi.requestContext.get()?.state.user as Staff | undefined
  if (!account || typeof caseNumber !== 'string' || caseNumber === '') return
  const extent = { asked: '检查公示里有没有信访人信息', found: null }
  await recordView(strapi, account, caseNumber, 'read', extent)
}

/**
 * The places of texts that look personal, where they are not the office's own, and the texts in which something known
 * of a case stands. Of a case that cannot be opened nothing is known: ask `knownOf` before what comes of this is
 * relied on.
 */
export async function hitsIn(
  strapi: Core.Strapi,
  texts: readonly FieldText[],
  caseNumber: unknown,
): Promise<PrivacyHit[]> {
  return [
    ...(await placesIn(strapi, texts, (text) => findPersonal(text))),
    ...(await knownIn(strapi, texts, caseNumber)),
  ]
}

/**
 * The texts in which a name or number of a case stands, once each and without the place: whoever writes a notice need
 * not know who petitioned, and could try names. For the same reason the digest is that of the whole text.
 */
async function knownIn(
  strapi: Core.Strapi,
  texts: readonly FieldText[],
  caseNumber: unknown,
): Promise<PrivacyHit[]> {
  const known = await knownOf(strapi, caseNumber)
  if (!known.ok || known.words.length === 0) return []
  const allowed = new Set(officeDigests(await officeEntries(strapi)))
  return texts
    .filter(({ text }) =>
      findPersonal(text, known.words).some(
        (hit) => hit.kind === 'name' && !allowed.has(digestOf(signOf(text, hit))),
      ),
    )
    .map(({ field, label, text }) => ({
      ...{ field, label, kind: personalKinds.name },
      excerpt: '要改的是哪几个字，请问办件人员',
      digest: digestOf(`name ${String(caseNumber)} ${text}`),
    }))
}

/** Places of texts by what stands there alone: were those of a case left out, the gap would name them. */
async function placesIn(
  strapi: Core.Strapi,
  texts: readonly FieldText[],
  find: (text: string) => Hit[],
): Promise<PrivacyHit[]> {
  const allowed = new Set(officeDigests(await officeEntries(strapi)))
  return texts.flatMap(({ field, label, text }) =>
    find(text).flatMap((hit) => {
      const digest = digestOf(signOf(text, hit))
      if (allowed.has(digest)) return []
      return [
        { field, label, kind: personalKinds[hit.kind], excerpt: excerptOf(text, hit), digest },
      ]
    }),
  )
}
