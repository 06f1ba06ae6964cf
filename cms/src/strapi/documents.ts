import type { Core } from '@strapi/strapi'
import type { ContentTypeId } from '../contracts/content-types.ts'

/** An entry of a type that is known only while the program runs. Its fields are for whoever reads them to check. */
type DocumentRow = { id: number; documentId: string; [field: string]: unknown }

type Target = { documentId: string; status?: 'draft' | 'published' }
type Question = {
  filters?: object
  fields?: string[]
  populate?: object
  sort?: string
  status?: 'draft' | 'published'
  limit?: number
}

/** What is used of the Document Service for such a type. */
type Documents = {
  findMany(question?: Question): Promise<DocumentRow[]>
  findFirst(question?: Question): Promise<DocumentRow | null>
  findOne(question: Target & Question): Promise<DocumentRow | null>
  count(question?: Question): Promise<number>
  create(entry: { data: object; status?: 'draft' | 'published' }): Promise<DocumentRow>
  update(entry: Target & { data: object }): Promise<DocumentRow | null>
  delete(target: Target): Promise<unknown>
  publish(target: Target): Promise<unknown>
  unpublish(target: Target): Promise<unknown>
  discardDraft(target: Target): Promise<unknown>
}

/**
 * The Document Service for a type that is known only while the program runs. Where the code names the type,
 * `strapi.documents(contentType.…)` is typed by its schema; of a draft that lacks what is required it is not.
 */
export function documentsOf(strapi: Core.Strapi, uid: ContentTypeId): Documents {
  // Strapi gives each type a service of its own form; what all of them can do is not typed.
  return strapi.documents(uid) as unknown as Documents
}
