import { excerptOf, findPersonal, signOf } from '@portal/content/privacy/find'
import { personalKinds } from '@portal/content/privacy/kinds'
import { officeDigests } from '@portal/content/privacy/office'
import { digestOf } from '@portal/content/schema/privacy'
import type { Core } from '@strapi/strapi'
import { layout } from '../environment.ts'
import { publicationOf } from '../publishing/publications.ts'
import type { PrivacyHit } from './hit.ts'
import { knownOf } from './known.ts'
import { textsOf } from './texts.ts'

async function officeEntries(strapi: Core.Strapi): Promise<object[]> {
  const settings = await strapi.documents('api::settings.settings').findFirst()
  const departments = await strapi.documents('api::department.department').findMany({ limit: -1 })
  return [settings, ...departments].filter((entry) => entry !== null)
}

/**
 * Looks through the draft of an entry for what may name or lead to a person, names and numbers of the
 * case that a notice was written about among it.
 * @returns a hit a place; empty where nothing stands in the way of publishing
 */
export async function checkPrivacy(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<PrivacyHit[]> {
  const publication = publicationOf(uid)
  if (!publication) return []
  const { populate } = publication
  const row = (await strapi
    .documents(publication.uid)
    .findOne({ documentId, populate } as never)) as Record<string, unknown> | null
  if (!row) return []
  const allowed = new Set(officeDigests(await officeEntries(strapi)))
  const known = await knownOf(strapi, row.caseNumber)
  const texts = await textsOf(strapi, uid, row, layout.cmsPublic)
  return texts.flatMap(({ field, label, text }) =>
    findPersonal(text, known).flatMap((hit) => {
      const digest = digestOf(signOf(text, hit))
      if (allowed.has(digest)) return []
      return [
        { field, label, kind: personalKinds[hit.kind], excerpt: excerptOf(text, hit), digest },
      ]
    }),
  )
}
