import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import { beforeDocuments } from '../../strapi/document-calls.ts'
import { modelOf } from '../../strapi/models.ts'
import type { Staff } from '../../strapi/staff.ts'
import { tableOf } from '../../strapi/tables.ts'
import { everyCase, recordView } from './view-log.ts'

type Settings = { secondReader: boolean | null; paperMark: string | null }

const fields = ['secondReader', 'paperMark'] as const
const changing = ['create', 'update', 'delete', 'clone']

const wordsOf = (value: boolean | string | null): string => {
  if (typeof value === 'string' && value !== '') return `“${value}”`
  return value === true ? '开' : value === false ? '关' : '没有填'
}

/** What was never set is off, or not written. */
const valueOf = (settings: Partial<Settings> | null, field: keyof Settings) =>
  field === 'secondReader' ? settings?.[field] === true : (settings?.[field] ?? null)

/** What is different in two states of 办件设置, in words: 答复由第二人审阅后发出：开 → 关. */
export function settingsChanges(
  before: Partial<Settings> | null,
  after: Partial<Settings> | null,
  labelOf: (field: string) => string,
): string[] {
  return fields.flatMap((field) => {
    const [was, is] = [valueOf(before, field), valueOf(after, field)]
    return was === is ? [] : [`${labelOf(field)}：${wordsOf(was)} → ${wordsOf(is)}`]
  })
}

/**
 * Records who changed what in 办件设置, and when, among the views, in one transaction with the change: whether a second
 * person reads replies must not be switched unseen.
 */
export function recordSettingsChanges(strapi: Core.Strapi): void {
  const uid = contentType.caseSettings
  const read = () => tableOf(strapi, uid).findOne({ select: fields })
  const labelOf = (field: string) =>
    modelOf(strapi, uid)?.attributes[field]?.pluginOptions?.desk?.label ?? field
  beforeDocuments(strapi, async (call, next) => {
    const account = strapi.requestContext.get()?.state.user as Staff | undefined
    if (call.uid !== uid || !changing.includes(call.action) || !account) return next()
    return strapi.db.transaction(async () => {
      const before = await read()
      const done = await next()
      for (const asked of settingsChanges(before, await read(), labelOf)) {
        await recordView(strapi, account, everyCase, 'settings', { asked, found: null })
      }
      return done
    })
  })
}
