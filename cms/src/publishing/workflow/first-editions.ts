import type { Core } from '@strapi/strapi'
import { hasDrafts, publications } from '../transcribe/publications.ts'
import { digestOf } from '../editions/content.ts'
import { keyOf, readContent, type EntryKey } from '../editions/entry.ts'
import { addStep, holdWorkflow, saveWorkflow } from './workflow-store.ts'
import { addEdition, listAllEditions } from '../editions/edition-store.ts'
import { documentsOf } from '../../strapi/documents.ts'

const by = '初始内容'

async function begin(strapi: Core.Strapi, key: EntryKey): Promise<void> {
  const content = await readContent(strapi, key, 'published')
  const draft = await readContent(strapi, key, 'draft')
  if (!content || !draft) return
  const at = new Date()
  const digest = digestOf(draft)
  const state = digest === digestOf(content) ? 'published' : 'draft'
  const { id } = await holdWorkflow(strapi, key)
  const live = await addEdition(strapi, key, { content, by, at })
  await saveWorkflow(strapi, id, { state, live, digest })
  await addStep(strapi, key, {
    at: at.toISOString(),
    who: by,
    whoId: null,
    kind: 'import',
    reason: null,
    edition: live,
  })
}

/** Gives every entry that was published before it had a history its first edition. */
export async function ensureFirstEditions(strapi: Core.Strapi): Promise<void> {
  const begun = new Set((await listAllEditions(strapi)).map(({ key }) => key))
  for (const publication of publications.filter(hasDrafts)) {
    const { uid } = publication
    const rows = await documentsOf(strapi, uid).findMany({ status: 'published', limit: -1 })
    const keys = rows.map(({ documentId }) => ({ uid, documentId }))
    await strapi.db.transaction(async () => {
      for (const key of keys) if (!begun.has(keyOf(key))) await begin(strapi, key)
    })
  }
}
