import type { Core } from '@strapi/strapi'

/** What roles can be given: the work of an office. */
const kept = [
  /^admin::(users|roles)\./,
  /^admin::(cases|editions)\./,
  /^plugin::content-manager\.explorer\./,
  /^plugin::upload\.(read|assets\.)/,
]

/**
 * Takes out of what roles can be given, the super administrator's own among it, all that is for who
 * builds the desk: tokens, webhooks, transfers, the type builder, the layout of forms, what plugins
 * set. Nobody sees their pages, and the server refuses what they do. To be called before Strapi
 * registers its actions.
 */
export function withholdActions(strapi: Core.Strapi): void {
  const { actionProvider } = strapi.service('admin::permission')
  actionProvider.hooks.didRegister.register(async ({ key }: { key: string }) => {
    if (!kept.some((pattern) => pattern.test(key))) await actionProvider.delete(key)
  })
}

/**
 * Deletes all tokens of programs. Strapi makes two when it first starts, one of them for everything;
 * nothing here uses one, and nobody could see that it is there.
 */
export async function removeTokens(strapi: Core.Strapi): Promise<void> {
  const tables = [
    'api-token',
    'api-token-permission',
    'transfer-token',
    'transfer-token-permission',
  ]
  for (const table of tables) await strapi.db.query(`admin::${table}`).deleteMany({})
}
