import type { Core } from '@strapi/strapi'
import { beforeDocuments } from './document-calls.ts'

/**
 * Lets nobody choose by which number an entry is known. Strapi writes an `id` or `documentId` that comes
 * among the fields, as if it were one: an entry would be parted from its history and from what is live of it,
 * and a unit given the number of another would get its cases.
 */
export function keepIdentity(strapi: Core.Strapi): void {
  beforeDocuments(strapi, ({ params }, next) => {
    if (params.data) {
      const data = { ...params.data }
      for (const name of ['id', 'documentId']) delete data[name]
      params.data = data
    }
    return next()
  })
}
