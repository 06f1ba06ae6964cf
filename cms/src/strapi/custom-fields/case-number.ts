import type { Core } from '@strapi/strapi'

/** Registers the field type `global::case-number`: the number of a case, chosen from a list. */
export function registerCaseNumber(strapi: Core.Strapi): void {
  strapi.customFields.register({ name: 'case-number', type: 'string' })
}
