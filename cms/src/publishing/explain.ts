import type { Core } from '@strapi/strapi'
import { fieldOf } from './gate.ts'
import { publications } from './publications.ts'

/** `essays/a-lamp.md：cover.src：找不到文件`, as a build or a snapshot names a fault. */
const form = /^\s*([a-z]+)(?:\/([a-z0-9-]+))?(?:\.(?:md|json))?：([^：]+)：(.+)$/

/**
 * A failure in the words of staff: the entry by kind and title, the field by its label. Lines that
 * name no entry stay as they are.
 */
export async function explainFailure(strapi: Core.Strapi, failure: string): Promise<string> {
  const lines: string[] = []
  for (const line of failure.split('\n')) {
    const [, kind, slug, path = '', problem] = form.exec(line) ?? []
    const publication = publications.find((one) => one.kind === kind)
    if (!publication) {
      lines.push(line)
      continue
    }
    const type = strapi.contentTypes[publication.uid as keyof typeof strapi.contentTypes]
    const row = slug
      ? ((await strapi
          .documents(publication.uid)
          .findFirst({ filters: { slug } } as never)) as Record<string, unknown> | null)
      : null
    const field = fieldOf({ field: path, problem: '' })
    const attribute = type?.attributes[field] as
      { pluginOptions?: { desk?: { label?: string } } } | undefined
    const label = attribute?.pluginOptions?.desk?.label ?? path
    const title = row ? `《${String(row.title ?? row.name ?? slug)}》` : ''
    lines.push(`${type?.info.displayName ?? kind}${title}的“${label}”：${problem}`)
  }
  return lines.join('\n')
}
