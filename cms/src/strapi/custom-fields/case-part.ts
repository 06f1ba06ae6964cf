import type { Core } from '@strapi/strapi'

/**
 * Registers the field type `global::case-part`: a list that a case has gathered (its steps, files,
 * additions, opinions), which the case page shows as one reads it and nobody edits.
 */
export function registerCasePart(strapi: Core.Strapi): void {
  strapi.customFields.register({ name: 'case-part', type: 'json' })
}
