import type { Core } from '@strapi/strapi'
import { beforeDocuments } from '../strapi/document-calls.ts'
import { isRecord } from '../strapi/models.ts'
import { refuseField } from '../strapi/refusals.ts'

/** More than the longest statute has, in UTF-16 units. */
const most = 200_000
const fault = '太长了：最多 20 万字。请分成几篇，或者做成 PDF 上传。'

function refuseLong(value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (value.length > most) refuseField(path, fault)
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [name, part] of Object.entries(value)) {
    refuseLong(part, path === '' ? name : `${path}.${name}`)
  }
}

/**
 * Refuses texts of staff that are longer than anything an office publishes: every look at an entry reads
 * the whole of it for what is personal, and the desk stands still for everybody meanwhile. Records that the
 * desk itself writes hold what they are given.
 */
export function limitTexts(strapi: Core.Strapi): void {
  beforeDocuments(strapi, ({ uid, action, params }, next) => {
    const isTyped = !isRecord(strapi, uid)
    if (isTyped && (action === 'create' || action === 'update')) refuseLong(params.data, '')
    return next()
  })
}
