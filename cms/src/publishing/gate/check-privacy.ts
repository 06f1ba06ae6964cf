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
  return {
    hits: await hitsIn(strapi, texts, row.caseNumber),
    doubts: await placesIn(strapi, texts, row.caseNumber, findDoubtful),
    unread: await unreadIn(texts, layout.cmsPublic),
  }
}

/**
 * The places of texts that look personal, where they are not the office's own. Of a case that cannot be
 * opened nothing is known: ask `knownOf` before what comes of this is relied on.
 */
export function hitsIn(
  strapi: Core.Strapi,
  texts: readonly FieldText[],
  caseNumber: unknown,
): Promise<PrivacyHit[]> {
  return placesIn(strapi, texts, caseNumber, findPersonal)
}

async function placesIn(
  strapi: Core.Strapi,
  texts: readonly FieldText[],
  caseNumber: unknown,
  find: (text: string, known: readonly string[]) => Hit[],
): Promise<PrivacyHit[]> {
  const allowed = new Set(officeDigests(await officeEntries(strapi)))
  const known = await knownOf(strapi, caseNumber)
  return texts.flatMap(({ field, label, text }) =>
    find(text, known.ok ? known.words : []).flatMap((hit) => {
      const digest = digestOf(signOf(text, hit))
      if (allowed.has(digest)) return []
      return [
        { field, label, kind: personalKinds[hit.kind], excerpt: excerptOf(text, hit), digest },
      ]
    }),
  )
}
