import { AsyncLocalStorage } from 'node:async_hooks'
import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { digestOf } from '../editions/content.ts'
import { readContent, type EntryKey } from '../editions/entry.ts'
import { isWorkflowType, type WorkflowType } from '../../contracts/content-types.ts'
import { addStep, holdWorkflow, saveWorkflow } from './workflow-store.ts'
import { nameOf, type Staff } from '../../strapi/staff.ts'
import { listEditions } from '../editions/edition-store.ts'
import { edited } from './transition.ts'
import { beforeDocuments, type DocumentCall } from '../../strapi/document-calls.ts'

const steps = new AsyncLocalStorage<true>()

/** Runs `work` as a step of the workflow: the guard lets its publications and drafts through. */
export function insideWorkflow<T>(work: () => Promise<T>): Promise<T> {
  return steps.run(true, work)
}

const changing = ['create', 'update', 'clone']

function signedIn(strapi: Core.Strapi): Staff | undefined {
  return strapi.requestContext.get()?.state.user as Staff | undefined
}

/**
 * What nobody may do past the workflow, with a sentence of what to do instead. A PolicyError, since of
 * the errors that answer 403 Strapi tells the words of this one only.
 */
async function refusePast(
  strapi: Core.Strapi,
  uid: WorkflowType,
  { action, params }: DocumentCall,
): Promise<void> {
  if (['publish', 'unpublish', 'discardDraft'].includes(action) || params.status === 'published') {
    throw new errors.PolicyError('发布、撤下和放弃改动都在“发布流程”里办理，经两个人的手。')
  }
  if (action !== 'delete' || !params.documentId) return
  const editions = await listEditions(strapi, { uid, documentId: params.documentId })
  if (editions.length === 0) return
  throw new errors.PolicyError('发布过的内容要留存，不能删除。不再公开的，请在“发布流程”里撤下。')
}

/**
 * Takes note of a changed draft: an approval given to another text is void, and who changed it will
 * not approve it. A draft saved as it was changes nothing.
 */
async function noteChange(strapi: Core.Strapi, key: EntryKey, user: Staff | undefined) {
  const content = await readContent(strapi, key, 'draft')
  if (!content) return
  const workflow = await holdWorkflow(strapi, key)
  const digest = digestOf(content)
  if (digest === workflow.digest) return
  const next = edited(workflow, user?.id ?? null)
  await saveWorkflow(strapi, workflow.id, { ...next, digest })
  const known = user && workflow.editors.includes(user.id)
  if (known && next.state === workflow.state) return
  await addStep(strapi, key, {
    at: new Date().toISOString(),
    who: user ? nameOf(user) : '导入程序',
    whoId: user?.id ?? null,
    kind: 'edit',
    reason: null,
    edition: null,
  })
}

/**
 * Stands before every change of an entry that has drafts. Signed-in staff, whatever their role, do
 * not publish, unpublish or discard but through the workflow; programs without a user may.
 */
export function guardDrafts(strapi: Core.Strapi): void {
  beforeDocuments(strapi, async (call, next) => {
    const { uid, action, params } = call
    if (!isWorkflowType(uid) || steps.getStore()) return next()
    const user = signedIn(strapi)
    const writes = ['publish', 'unpublish', 'discardDraft', 'delete', ...changing]
    if (user && writes.includes(action)) await refusePast(strapi, uid, call)
    if (!changing.includes(action)) return next()
    return strapi.db.transaction(async () => {
      const { documentId: known } = params
      // Held before the draft is touched, as every step of the workflow does: no deadlock between them.
      if (action === 'update' && known) await holdWorkflow(strapi, { uid, documentId: known })
      const done = (await next()) as { documentId?: string } | null
      const documentId = done?.documentId ?? params.documentId
      if (documentId) await noteChange(strapi, { uid, documentId }, user)
      return done
    })
  })
}
