import { adminApi, type StrapiApp } from '@strapi/strapi/admin'

type Store = { dispatch(action: unknown): void }

let app: { store: unknown } | undefined

/** Tells whose pages are to be refreshed; its store is made after this. */
export function rememberApp(running: StrapiApp): void {
  app = running as unknown as { store: unknown }
}

/** Reads an entry anew wherever it is shown, without loading the page: place and focus stay. */
export function refreshEntry(model: string, documentId: string): void {
  const tags = [
    { type: 'Document', id: `${model}_${documentId}` },
    { type: 'Document', id: `${model}_LIST` },
  ]
  const invalidate = adminApi.util.invalidateTags as unknown as (tags: object[]) => unknown
  const store = app?.store as Store | undefined
  store?.dispatch(invalidate(tags))
}
