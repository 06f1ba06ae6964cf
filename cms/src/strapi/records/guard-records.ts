import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { isWritingRecords } from './write-records.ts'
import { isRecord, modelOf } from '../models.ts'
import { beforeDocuments } from '../document-calls.ts'

/** What is answered to who would write a record himself, whatever his role. */
export const refusal =
  '办件、告知记录、查阅记录和历史版本由系统在办理时写下，谁都不能直接新建、修改或者删除。请在办件页面上办理。'

type Write = 'create' | 'update' | 'delete'
type Action = { actionId: string; section: string; subjects?: string[] | null }

/** What a call of the Document Service does to a row. */
const changing: Record<string, Write> = {
  create: 'create',
  clone: 'create',
  update: 'update',
  publish: 'update',
  unpublish: 'update',
  discardDraft: 'update',
  delete: 'delete',
}
const writes: Record<string, Write> = {
  beforeCreate: 'create',
  beforeCreateMany: 'create',
  beforeUpdate: 'update',
  beforeUpdateMany: 'update',
  beforeDelete: 'delete',
  beforeDeleteMany: 'delete',
}
const verbs = ['create', 'update', 'delete', 'publish']

/**
 * Takes what would write records out of what roles can be given, the super administrator's own among
 * it, so that the admin pages show no buttons for it. To be called before Strapi registers its
 * actions.
 */
export function withholdRecordActions(strapi: Core.Strapi): void {
  const { hooks } = strapi.service('admin::permission').actionProvider
  const ids = verbs.map((verb) => `plugin::content-manager.explorer.${verb}`)
  hooks.willRegister.register(({ value }: { value: Action }) => {
    if (!ids.includes(value.actionId) || !value.subjects) return
    value.subjects = value.subjects.filter((uid) => !isRecord(strapi, uid))
  })
}

/**
 * Refuses every writing of a record that is not one of the desk's own steps: below permissions, at the
 * Document Service and once more at the database's repositories, so that no page, bulk action, token
 * or role reaches one. Which types are records they say themselves
 * (`"pluginOptions": { "records": { "kept": true, "never": ["delete"] } }`); what is `never` done is refused to
 * the desk's own steps too.
 */
export function guardRecords(strapi: Core.Strapi): void {
  const refuse = (uid: string, write: Write | undefined) => {
    if (!write || !isRecord(strapi, uid)) return
    const never = modelOf(strapi, uid)?.pluginOptions?.records?.never ?? []
    if (never.includes(write) || !isWritingRecords()) throw new errors.PolicyError(refusal)
  }
  beforeDocuments(strapi, (context, next) => {
    refuse(context.uid, changing[context.action])
    return next()
  })
  strapi.db.lifecycles.subscribe(async ({ action, model }) => {
    refuse(model.uid, writes[action])
  })
}
