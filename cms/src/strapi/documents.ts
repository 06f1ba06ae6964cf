import type { Core } from '@strapi/strapi'

/** An entry as the Document Service gives it. Its fields are for whoever reads them to check. */
export type DocumentRow = { id: number; documentId: string; [field: string]: unknown }

type Target = { documentId: string; status?: 'draft' | 'published' }
type Question = {
  filters?: object
  fields?: string[]
  populate?: object
  sort?: string
  status?: 'draft' | 'published'
  limit?: number
}

/** What is used of the Document Service for one type of content. */
export type Documents<R extends { documentId: string }> = {
  findMany(question?: Question): Promise<R[]>
  findFirst(question?: Question): Promise<R | null>
  findOne(question: Target & Question): Promise<R | null>
  count(question?: Question): Promise<number>
  create(entry: { data: object; status?: 'draft' | 'published' }): Promise<R>
  update(entry: Target & { data: object }): Promise<R | null>
  publish(target: Target): Promise<unknown>
  unpublish(target: Target): Promise<unknown>
  discardDraft(target: Target): Promise<unknown>
}

/**
 * The Document Service for a type of content. Strapi's own types know a type by its literal name only,
 * and most code here learns it while it runs. `R` names the fields that are asked for.
 */
export function documentsOf<R extends { documentId: string } = DocumentRow>(
  strapi: Core.Strapi,
  uid: string,
): Documents<R> {
  return strapi.documents(uid as `api::${string}.${string}`) as unknown as Documents<R>
}
