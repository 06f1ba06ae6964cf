import { findPersonal } from '@portal/content/privacy/find'
import { personalKinds } from '@portal/content/privacy/kinds'
import { fixedPages } from '@portal/content/schema/entries/fixed-page'
import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { refuseField } from '../../strapi/refusals.ts'
import { beforeDocuments } from '../../strapi/document-calls.ts'
import { contentType } from '../../contracts/content-types.ts'
import { tableOf } from '../../strapi/tables.ts'

const uid = contentType.page
const refusal = '固定页面是网站自带的，不能新建、复制或者删除，只能改问法。'
const withheld = ['create', 'delete', 'publish'].map(
  (verb) => `plugin::content-manager.explorer.${verb}`,
)

type Action = { actionId: string; subjects?: string[] | null }

/**
 * Takes making and deleting fixed pages out of what roles can be given, the super administrator's own
 * among it, so that the admin pages show no buttons for it. To be called before Strapi registers its
 * actions.
 */
export function withholdPageActions(strapi: Core.Strapi): void {
  const { hooks } = strapi.service('admin::permission').actionProvider
  hooks.willRegister.register(({ value }: { value: Action }) => {
    if (!withheld.includes(value.actionId) || !value.subjects) return
    value.subjects = value.subjects.filter((subject) => subject !== uid)
  })
}

/** These go live when they are saved, past the gate of the workflow: the same is looked for here. */
function refusePersonal(field: string, label: string, text: unknown): void {
  const kinds = findPersonal(String(text ?? '')).map(({ kind }) => personalKinds[kind])
  if (kinds.length === 0) return
  const message = `${label}里可能有个人信息（${[...new Set(kinds)].join('、')}），请改掉再保存。`
  refuseField(field, message)
}

/**
 * Lets signed-in staff, whatever their role, change only the 问法 of fixed pages, and lets nothing of a
 * person into words that are live when they are saved.
 */
export function guardPages(strapi: Core.Strapi): void {
  const isSignedIn = () => strapi.requestContext.get()?.state.user !== undefined
  beforeDocuments(strapi, ({ uid: changed, action, params }, next) => {
    if (changed === contentType.synonym && ['create', 'update', 'clone'].includes(action)) {
      refusePersonal('words', '同义的词', params.data?.words)
    }
    if (changed !== uid || !isSignedIn()) return next()
    if (['create', 'delete', 'clone'].includes(action)) throw new errors.PolicyError(refusal)
    if (action === 'update' && params.data) {
      delete params.data.title
      delete params.data.path
      refusePersonal('phrasings', '问法', params.data.phrasings)
    }
    return next()
  })
}

/** Makes the fixed pages what the portal has, at every start: a desk of before lacks the newer ones. */
export async function ensurePages(strapi: Core.Strapi): Promise<void> {
  const rows = await tableOf(strapi, uid).findMany({ select: ['id', 'path', 'title'] })
  const known = new Map(rows.map((row: { path: string; title: string }) => [row.path, row.title]))
  for (const [path, title] of Object.entries(fixedPages)) {
    if (!known.has(path)) {
      await strapi.documents(uid).create({ data: { path, title, phrasings: '' } })
    } else if (known.get(path) !== title) {
      await tableOf(strapi, uid).updateMany({ where: { path }, data: { title } })
    }
  }
}
