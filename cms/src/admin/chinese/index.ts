import { serverError } from '../../strapi/error-translation/server-error.ts'
import admin from './texts/admin.json' with { type: 'json' }
import contentManager from './texts/content-manager.json' with { type: 'json' }
import i18n from './texts/i18n.json' with { type: 'json' }
import upload from './texts/upload.json' with { type: 'json' }

function prefix(start: string, texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [start + id, text]))
}

/**
 * The admin in Chinese: message id → text, ids prefixed as the admin asks for them, for
 * `config.translations['zh-Hans']`. It completes and corrects the `zh-Hans` that Strapi ships, for the pages
 * that the desk keeps (admin/strapi-pages/keep-pages.ts). What a file may be is said as media/limits.ts takes it.
 */
export const chinese: Record<string, string> = {
  ...prefix('apiError.', serverError),
  ...prefix('content-manager.apiError.', serverError),
  ...prefix('upload.apiError.', serverError),
  ...admin,
  ...prefix('content-manager.', contentManager),
  ...prefix('i18n.', i18n),
  ...prefix('upload.', upload),
}
