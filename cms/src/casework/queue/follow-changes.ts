import type { Core } from '@strapi/strapi'
import { caseUid } from '../record/case-record.ts'

const viewUid = 'api::case-view.case-view'

type Change = {
  action: string
  model: { uid: string }
  params: { where?: Record<string, unknown>; data?: Record<string, unknown> }
  result?: { id?: number; ids?: number[] } | null
}

/** What has changed, as far as the queue must read anew. */
export type Changed = {
  ids?: number[]
  /** Cases that had this word for their topic or place, which has got another name. */
  renamed?: { field: 'topic' | 'region'; before: string }
  /** A case that somebody has opened. */
  opened?: string
  everything?: true
}

/** What of a change to many cases at once the queue does not show. */
const unseen = ['pushed', 'revision']

function changeOfMany({ where = {}, data = {} }: Change['params']): Changed | null {
  if (typeof where.id === 'number') return { ids: [where.id] }
  if (Object.keys(data).every((field) => unseen.includes(field))) return null
  for (const field of ['topic', 'region'] as const) {
    if (typeof where[field] === 'string') return { renamed: { field, before: where[field] } }
  }
  return { everything: true }
}

function changeOf({ action, model: { uid }, params, result }: Change): Changed | null {
  if (uid === viewUid) {
    const { number, act } = params.data ?? {}
    return action === 'afterCreate' && act === '查阅' ? { opened: String(number) } : null
  }
  if (uid !== caseUid) return null
  switch (action) {
    case 'afterCreate':
    case 'afterUpdate':
    case 'afterDelete':
      return typeof result?.id === 'number' ? { ids: [result.id] } : null
    case 'afterUpdateMany':
      return changeOfMany(params)
    case 'afterCreateMany':
    case 'afterDeleteMany':
      return { everything: true }
    default:
      return null
  }
}

/**
 * Tells of everything that changes what the queue shows, once it is written for good; what a transaction takes back is
 * not told.
 */
export function followChanges(strapi: Core.Strapi, tell: (changed: Changed) => void): void {
  const handle = async (event: Change) => {
    const changed = changeOf(event)
    if (changed === null) return
    if (!strapi.db.inTransaction()) return tell(changed)
    await strapi.db.transaction(async ({ onCommit }) => onCommit(() => tell(changed)))
  }
  strapi.db.lifecycles.subscribe(handle)
}
