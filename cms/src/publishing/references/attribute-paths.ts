import type { Attribute, Model } from '../../strapi/models.ts'

/** Finds a component by its uid. */
export type Components = (uid: string) => Pick<Model, 'attributes'> | undefined

/** Where something stands in an entry: the attributes that lead there, components among them. */
export type Path = string[]

function* walk(
  model: Pick<Model, 'attributes'>,
  components: Components,
  wanted: (attribute: Attribute) => boolean,
): Generator<Path> {
  for (const [name, attribute] of Object.entries(model.attributes)) {
    if (wanted(attribute)) yield [name]
    const part = attribute.component ? components(attribute.component) : undefined
    if (part) for (const inner of walk(part, components, wanted)) yield [name, ...inner]
  }
}

/** The relations of a type that point to entries of `target`; the other side of a relation does not. */
export function relationsTo(
  target: string,
  model: Pick<Model, 'attributes'>,
  components: Components,
): Path[] {
  const points = ({ type, target: to, mappedBy }: Attribute) =>
    type === 'relation' && to === target && !mappedBy
  return [...walk(model, components, points)]
}

/** The texts of a type in which the address of a file may stand. */
export function textsOf(model: Pick<Model, 'attributes'>, components: Components): Path[] {
  return [...walk(model, components, ({ type }) => type === 'richtext' || type === 'text')]
}

/** A condition on what stands at the end of a path. */
export function where(path: Path, condition: unknown): object {
  return path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), condition) as object
}
