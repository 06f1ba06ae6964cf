/** What is read of a content type: `pluginOptions.vault` says which of its fields are sealed. */
export type Model = {
  uid: string
  attributes: Record<string, Attribute>
}
export type Attribute = {
  type: string
  target?: string
  customField?: string
  default?: unknown
  pluginOptions?: { vault?: { sealed?: boolean; exact?: string } }
}

/** A field whose values are sealed; `exact` is the field that finds the same value again. */
export type SealedField = { name: string; json: boolean; exact: string | null }

/** The sealed fields of a type; empty where it has none. */
export function sealedFields({ attributes }: Pick<Model, 'attributes'>): SealedField[] {
  return Object.entries(attributes).flatMap(([name, { type, pluginOptions }]) => {
    const { sealed = false, exact = null } = pluginOptions?.vault ?? {}
    return sealed ? [{ name, json: type === 'json', exact }] : []
  })
}
