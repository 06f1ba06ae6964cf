/** Types of fields that hold running text. A title, a day, a choice or a number is one or the other. */
const running = new Set(['text', 'richtext'])

/** A form as Strapi lays it out: panels of rows of fields. */
type Layout = readonly (readonly (readonly { name: string; type: string }[])[])[]

/** The fields of a form whose texts make sense one below the other. */
export function runningTexts(layout: Layout): ReadonlySet<string> {
  const fields = layout.flat(2)
  return new Set(fields.filter(({ type }) => running.has(type)).map(({ name }) => name))
}
