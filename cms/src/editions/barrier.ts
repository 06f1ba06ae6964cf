import type { Core } from '@strapi/strapi'
import { checkPrivacy } from '../privacy/check.ts'
import type { PrivacyHit } from '../privacy/hit.ts'
import { publicationOf } from '../publishing/publications.ts'
import { describeFaults } from '../publishing/watch.ts'
import type { EntryKey, Override } from './record.ts'

/** What stands between a draft and citizens: a sentence for staff, and the privacy hits if it is those. */
export type Barrier = { reason: string; hits: PrivacyHit[] }

/** The privacy hits of a draft that nobody has let pass. */
export async function openHits(
  strapi: Core.Strapi,
  { uid, documentId }: EntryKey,
  overrides: Override[],
): Promise<PrivacyHit[]> {
  const passed = new Set(overrides.map(({ digest }) => digest))
  const hits = await checkPrivacy(strapi, uid, documentId)
  return hits.filter(({ digest }) => !passed.has(digest))
}

/** Names the places of hits without what stands there, which must not reach a record. */
export function placesOf(hits: PrivacyHit[]): string {
  return [...new Set(hits.map(({ label, kind }) => `${label}（${kind}）`))].join('、')
}

/** Checks a draft as it would be published: the schema of the snapshot, then personal data. */
export async function findBarrier(
  strapi: Core.Strapi,
  key: EntryKey,
  overrides: Override[],
): Promise<Barrier | undefined> {
  const publication = publicationOf(key.uid)
  if (!publication) return { reason: '这类内容不在门户上发布。', hits: [] }
  const faults = await describeFaults(strapi, publication, key.documentId)
  if (faults) return { reason: faults.message, hits: [] }
  const hits = await openHits(strapi, key, overrides)
  if (hits.length === 0) return undefined
  const reason = `可能含有个人信息：${placesOf(hits)}。请改掉；确属可以公开的，请没有改过这一稿的审核人员写明理由后放行。`
  return { reason, hits }
}
