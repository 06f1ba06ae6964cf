import type { Core } from '@strapi/strapi'

type Names = Record<string, string>

const storeOf = (strapi: Core.Strapi) => strapi.store({ type: 'core', name: 'former-names' })

async function readNames(strapi: Core.Strapi, uid: string): Promise<Names> {
  return ((await storeOf(strapi).get({ key: uid })) as Names | null) ?? {}
}

/** Keeps the words for an entry that is being deleted: a petition may be on its way that names it. */
export async function keepFormerName(
  strapi: Core.Strapi,
  uid: string,
  slug: string,
  words: string,
): Promise<void> {
  const value = { ...(await readNames(strapi, uid)), [slug]: words }
  await storeOf(strapi).set({ key: uid, value })
}

/** The words for an entry that was deleted; undefined for one that never was. */
export async function formerName(
  strapi: Core.Strapi,
  uid: string,
  slug: string,
): Promise<string | undefined> {
  const names = await readNames(strapi, uid)
  return Object.hasOwn(names, slug) ? names[slug] : undefined
}
