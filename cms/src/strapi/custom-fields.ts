import type { Core } from '@strapi/strapi'

/** The desk's own field types, each with Strapi's type that keeps it; their inputs are in `admin/custom-fields.ts`. */
const fields = {
  // One of a few Chinese words, in the schema's `options.choices`: Strapi's own enumeration takes Latin values only.
  choice: 'string',
  // The number of a case, chosen from a list.
  'case-number': 'string',
  // A text that staff see as it will look, kept as Markdown.
  markdown: 'richtext',
  // The part of an address that names an entry.
  slug: 'string',
  // Times, whose inputs understand what people are used to type.
  'clock-time': 'string',
  'clock-span': 'string',
  'film-moment': 'decimal',
} as const

/** Registers the field types `global::…`. */
export function registerCustomFields(strapi: Core.Strapi): void {
  for (const [name, type] of Object.entries(fields)) strapi.customFields.register({ name, type })
}
