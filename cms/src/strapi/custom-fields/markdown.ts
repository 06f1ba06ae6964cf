import type { Core } from '@strapi/strapi'

/**
 * Registers the field type `global::markdown`: a text that staff see as it will look, kept as
 * Markdown. Strapi's own rich text shows the Markdown itself.
 */
export function registerMarkdown(strapi: Core.Strapi): void {
  strapi.customFields.register({ name: 'markdown', type: 'richtext' })
}
