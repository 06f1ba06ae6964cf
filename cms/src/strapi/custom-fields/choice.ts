import type { Core } from '@strapi/strapi'

/**
 * Registers the field type `global::choice`: one of a few Chinese words, listed in the schema's
 * `options.choices`. Strapi's own enumeration takes Latin values only and shows them as they are.
 */
export function registerChoice(strapi: Core.Strapi): void {
  strapi.customFields.register({ name: 'choice', type: 'string' })
}
