import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { settings } from '@portal/content/schema/settings'
import type { Settings } from '@portal/content/schema/settings'
import { defineMiddleware } from 'astro:middleware'
import { environment } from './server/environment.ts'

let bundled: Promise<Settings> | undefined

async function readSettings(): Promise<Settings> {
  const text = await readFile(join(environment.contentDir, 'settings.json'), 'utf8')
  return settings.parse(JSON.parse(text))
}

/**
 * Gives every page the site's settings. The server passes them with the request; only a build,
 * which has no server, reads them from the content folder.
 */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
  if (!locals.settings) locals.settings = await (bundled ??= readSettings())
  return next()
})
