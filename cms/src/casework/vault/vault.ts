import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { DeskKeys } from './desk-keys.ts'
import { askable, refuseSorting } from './filter-conditions.ts'
import { markDamaged, unopened } from './damaged-rows.ts'
import { openValue, sealRow, unreadable, type Row } from './rows.ts'
import { searchRows, withinRights } from './search.ts'
import { sealedFields, type Model, type SealedField } from './sealed-type.ts'

type Params = {
  data?: Row | Row[]
  where?: unknown
  filters?: unknown
  select?: string | string[]
  orderBy?: unknown
  _q?: unknown
}
type Event = { action: string; model: { uid: string }; params: Params; result?: unknown }

/** The id that a new row gets: what is sealed is bound to it, so it is given before the row is. */
function withDocumentId(model: Model, data: Row): Row {
  const { default: make } = model.attributes.documentId as { default: () => string }
  return { ...data, documentId: data.documentId ?? make() }
}

/**
 * Seals what is to be sealed on its way into the database, and opens it on its way out, in one place
 * for all that ask: the desk's own code, the content manager, exports. Which fields are sealed the
 * types say themselves (`"pluginOptions": { "vault": { "sealed": true } }`; `exact` names a private
 * field by which an equal value is found again).
 */
export function installVault(strapi: Core.Strapi, deskKeys: DeskKeys): void {
  const { metadata } = strapi.db
  const models = (uid: string) => (metadata.has(uid) ? (metadata.get(uid) as Model) : undefined)
  const reported = new Set<string>()
  const searches = new Map<string, Promise<number[]>>()
  /** Conditions in their askable form: a page asks for rows and their number with one and the same. */
  const askedFor = new WeakSet<object>()

  function report(type: string, row: string, field: string): void {
    const place = `${type} ${row} ${field}`
    if (reported.has(place)) return
    reported.add(place)
    strapi.log.error(`打不开的内容：${place}（密钥不符、内容损坏，或者被挪动过）`)
  }

  function open(model: Model, fields: SealedField[], row: Row): void {
    const owner = { type: model.uid, row: String(row.documentId) }
    for (const field of fields) {
      if (!(field.name in row)) continue
      const opened = openValue(deskKeys, owner, field, row[field.name])
      if (!opened.ok) {
        report(owner.type, owner.row, field.name)
        markDamaged(row)
      }
      const placeholder = field.json ? [] : unreadable
      row[field.name] = opened.ok ? opened.value : placeholder
    }
  }

  /** The same search twice at once, for the rows and for their number, is made once. */
  function search(model: Model, question: string): Promise<number[]> {
    const key = `${model.uid} ${question}`
    const made =
      searches.get(key) ??
      searchRows(strapi, deskKeys, model, question).finally(() => searches.delete(key))
    searches.set(key, made)
    return made
  }

  async function ask(model: Model, fields: SealedField[], params: Params): Promise<void> {
    const { uid } = model
    const wants = (part: unknown) => {
      if (typeof part !== 'object' || part === null || askedFor.has(part)) return part
      const asked = askable(deskKeys, models, uid, part) as object
      askedFor.add(asked)
      return asked
    }
    params.where = wants(params.where)
    params.filters = wants(params.filters)
    refuseSorting(models, uid, params.orderBy)
    if (fields.length === 0) return
    if (params._q !== undefined && params._q !== null) {
      const found = await search(model, String(params._q))
      const ids = await withinRights(strapi, uid, found, params.where ?? {})
      const asked = { $and: [params.where ?? {}, { id: { $in: ids } }] }
      askedFor.add(asked)
      params.where = asked
      delete params._q
    }
    if (params.select !== undefined) {
      params.select = [...new Set(['documentId', ...[params.select].flat()])]
    }
  }

  /** Seals a change of one row; a row of which something does not open is left as it is. */
  async function change(model: Model, fields: SealedField[], params: Params): Promise<void> {
    const data = params.data as Row
    const names = fields.map(({ name }) => name)
    const row: Row | null = await strapi.db
      .queryBuilder(model.uid)
      .select(['id', 'documentId', ...names])
      .where(params.where as object)
      .first()
      .execute()
    if (!row) return
    const owner = { type: model.uid, row: String(row.documentId) }
    const whole = fields.every((field) => openValue(deskKeys, owner, field, row[field.name]).ok)
    if (!whole) throw new errors.ApplicationError(unopened)
    params.data = sealRow(deskKeys, owner, fields, data)
  }

  function add(model: Model, fields: SealedField[], data: Row): Row {
    const row = withDocumentId(model, data)
    return sealRow(deskKeys, { type: model.uid, row: String(row.documentId) }, fields, row)
  }

  const handle = async ({ action, model: { uid }, params, result }: Event) => {
    const model = models(uid)
    if (!model) return
    const fields = sealedFields(model)
    switch (action) {
      case 'beforeFindOne':
      case 'beforeFindMany':
      case 'beforeCount':
      case 'beforeDelete':
      case 'beforeDeleteMany':
        return ask(model, fields, params)
      case 'beforeCreate':
        if (fields.length > 0) params.data = add(model, fields, params.data as Row)
        return
      case 'beforeCreateMany':
        if (fields.length > 0)
          params.data = (params.data as Row[]).map((row) => add(model, fields, row))
        return
      case 'beforeUpdate':
        await ask(model, [], params)
        return fields.length > 0 ? change(model, fields, params) : undefined
      case 'beforeUpdateMany':
        await ask(model, [], params)
        if (fields.some(({ name }) => name in (params.data as Row)))
          throw new Error(`sealed fields of ${uid} are changed row by row`)
        return
      case 'afterFindOne':
      case 'afterFindMany':
        for (const row of [result].flat()) if (row) open(model, fields, row as Row)
    }
  }
  strapi.db.lifecycles.subscribe(handle)
}
