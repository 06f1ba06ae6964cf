import type { Core } from '@strapi/strapi'

/** What middlewares use of a call of the Document Service. `params` are passed on as they are left. */
export type DocumentCall = {
  uid: string
  action: string
  params: {
    documentId?: string
    status?: string
    filters?: unknown
    sort?: unknown
    _q?: unknown
    data?: Record<string, unknown>
  }
}

/**
 * Stands before every call of the Document Service. What the middleware gives back, or throws, is the
 * outcome of the call; `next` goes on with it.
 */
export function beforeDocuments(
  strapi: Core.Strapi,
  middleware: (call: DocumentCall, next: () => Promise<unknown>) => Promise<unknown>,
): void {
  // Strapi's type of an outcome is that of every action at once, which nothing that is made here can have.
  strapi.documents.use(
    (context, next) => middleware(context as DocumentCall, next) as ReturnType<typeof next>,
  )
}
