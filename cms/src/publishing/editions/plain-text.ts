import { longMoment } from '@portal/content/calendar/wording'
import type { Attribute } from '../../strapi/models.ts'
import { contentFields, type Components, type Content } from './content.ts'

type Labelled = Attribute & { pluginOptions?: { desk?: { label?: string } } }

const listOf = (value: unknown): unknown[] => [value].flat().filter((part) => part !== null)

/** A field of content as a reader would copy it out: names for links and files, lines for parts. */
export function plainTextOf(
  value: unknown,
  attribute: Attribute | undefined,
  components: Components,
): string {
  if (value === null || value === undefined || !attribute) return ''
  const { type, component = '' } = attribute
  if (type === 'boolean') return value ? '是' : '否'
  if (type === 'datetime') return longMoment(String(value))
  if (type === 'relation') {
    return listOf(value)
      .map((link) => (link as { name: string }).name)
      .join('、')
  }
  if (type === 'media') {
    return listOf(value)
      .map((file) => {
        const { name, alt, hash } = file as { name: string; alt: string; hash: string }
        return `${name}（${hash.slice(-10)}）${alt ? `，替代文字：${alt}` : ''}`
      })
      .join('\n')
  }
  if (type !== 'component') return String(value)
  const fields = contentFields(components(component)) as [string, Labelled][]
  return listOf(value)
    .map((part) =>
      fields
        .map(([name, inner]) => {
          const text = plainTextOf((part as Content)[name], inner, components)
          return text && `${inner.pluginOptions?.desk?.label ?? name}：${text}`
        })
        .filter(Boolean)
        .join('\n'),
    )
    .join('\n\n')
}
