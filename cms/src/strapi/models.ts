import type { Core } from '@strapi/strapi'

/** A field of a content type or component, as far as the desk reads what the schema says of it. */
export type Attribute = {
  type: string
  customField?: string
  default?: unknown
  private?: boolean
  multiple?: boolean
  repeatable?: boolean
  relation?: string
  target?: string
  mappedBy?: string
  component?: string
  pluginOptions?: {
    /** `panel`: shown in a panel beside the form, not in it. */
    desk?: { label?: string; hint?: string; panel?: boolean; fixed?: boolean }
    vault?: { sealed?: boolean; exact?: string }
  }
}
export type Attributes = Record<string, Attribute>

/** A content type or component. `desk.main` is the field that its entries are called by. */
export type Model = {
  uid: string
  info: { displayName: string }
  attributes: Attributes
  pluginOptions?: {
    desk?: { main?: string; list?: string[] }
    /** `never`: what not even the desk's own steps do. */
    records?: { kept?: boolean; never?: ('create' | 'update' | 'delete')[] }
  }
}

// Strapi types each schema for itself; here one form is read of all of them.
const contentTypes = (strapi: Core.Strapi) =>
  strapi.contentTypes as unknown as Record<string, Model | undefined>
const components = (strapi: Core.Strapi) =>
  strapi.components as unknown as Record<string, Model | undefined>

/** The content type of this name, Strapi's own among them; undefined where there is none. */
export function modelOf(strapi: Core.Strapi, uid: string): Model | undefined {
  return contentTypes(strapi)[uid]
}

/** The component of this name; undefined where there is none. */
export function componentOf(strapi: Core.Strapi, uid: string): Model | undefined {
  return components(strapi)[uid]
}

/** Every content type. */
export function allModels(strapi: Core.Strapi): Model[] {
  return Object.values(contentTypes(strapi)).filter((model) => model !== undefined)
}

/** Every component. */
export function allComponents(strapi: Core.Strapi): Model[] {
  return Object.values(components(strapi)).filter((model) => model !== undefined)
}

/** What staff call a type of content. */
export function typeName(strapi: Core.Strapi, uid: string): string {
  return modelOf(strapi, uid)?.info.displayName ?? ''
}

/** What staff call a field. */
export function labelOf(attributes: Attributes | undefined, field: string): string {
  return attributes?.[field]?.pluginOptions?.desk?.label ?? field
}

/** Whether rows of a type are records: written by the desk's own steps, kept by nobody's hand. */
export function isRecord(strapi: Core.Strapi, uid: string): boolean {
  return modelOf(strapi, uid)?.pluginOptions?.records?.kept === true
}
