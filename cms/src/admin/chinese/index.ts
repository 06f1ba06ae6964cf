import { admin } from './admin.ts'
import { contentManager } from './content-manager.ts'
import { contentReleases } from './content-releases.ts'
import { contentTypeBuilder } from './content-type-builder.ts'
import { email } from './email.ts'
import { i18n } from './i18n.ts'
import { reviewWorkflows } from './review-workflows.ts'
import { serverError } from '../../strapi/error-translation/server-error.ts'
import { unprefixed } from './unprefixed.ts'
import { upload } from './upload.ts'

function prefix(start: string, texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [start + id, text]))
}

/**
 * The admin in Chinese: message id → text, ids prefixed as the admin asks for them, for
 * `config.translations['zh-Hans']`. It completes and corrects the `zh-Hans` that Strapi ships.
 */
export const chinese: Record<string, string> = {
  ...prefix('apiError.', serverError),
  ...prefix('content-manager.apiError.', serverError),
  ...prefix('upload.apiError.', serverError),
  ...unprefixed,
  ...admin,
  ...prefix('content-manager.', contentManager),
  ...prefix('content-releases.', contentReleases),
  ...prefix('content-type-builder.', contentTypeBuilder),
  ...prefix('email.', email),
  ...prefix('i18n.', i18n),
  ...prefix('review-workflows.', reviewWorkflows),
  ...prefix('upload.', upload),
}
