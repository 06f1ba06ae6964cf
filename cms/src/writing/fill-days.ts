import type { Core } from '@strapi/strapi'
import { beforeDocuments } from '../strapi/document-calls.ts'
import { componentOf, isRecord, modelOf, type Attributes } from '../strapi/models.ts'
import { refuseField } from '../strapi/refusals.ts'
import { readDay, readDayAndTime } from './days.ts'
import type { StoredFields } from '../strapi/stored-fields.ts'

const readers = { date: readDay, datetime: readDayAndTime }

function fillDay(data: StoredFields, name: string, type: keyof typeof readers, path: string): void {
  const given = data[name]
  if (given === undefined || given === null) return
  if (given === '') {
    data[name] = null
    return
  }
  // Programs of the desk's own hand over dates; nobody types them.
  if (given instanceof Date && type === 'datetime' && !Number.isNaN(given.getTime())) return
  const read = readers[type](String(given))
  if ('fault' in read) refuseField(path, read.fault)
  data[name] = read.value
}

/** Days and moments of an entry and its parts, in the form in which they are kept. */
function fillModel(
  strapi: Core.Strapi,
  attributes: Attributes,
  data: StoredFields,
  above = '',
): void {
  for (const [name, { type, component }] of Object.entries(attributes)) {
    const path = `${above}${name}`
    if (type === 'date' || type === 'datetime') fillDay(data, name, type, path)
    if (type !== 'component' || !component || !data[name]) continue
    const part = componentOf(strapi, component)?.attributes ?? {}
    const isList = Array.isArray(data[name])
    for (const [index, row] of ([] as StoredFields[])
      .concat(data[name] as StoredFields | StoredFields[])
      .entries()) {
      fillModel(strapi, part, row, isList ? `${path}.${index}.` : `${path}.`)
    }
  }
}

/**
 * Refuses days that do not exist or lie outside the years of the office, by whatever door they come in,
 * and keeps the others in one form. Records that the desk itself writes keep the moments it gives them.
 */
export function fillDays(strapi: Core.Strapi): void {
  beforeDocuments(strapi, ({ uid, action, params }, next) => {
    const isTyped = !isRecord(strapi, uid)
    if (params.data && isTyped && (action === 'create' || action === 'update')) {
      fillModel(strapi, modelOf(strapi, uid)?.attributes ?? {}, params.data)
    }
    return next()
  })
}
