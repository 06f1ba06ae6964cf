import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import { namingField, ownerOf, suggestSlug } from './slugs.ts'
import { addDeskRoutes, type DeskContext, readPermission } from '../../strapi/desk-routes.ts'
import type { SlugAnswer } from '../../contracts/publications/slugs.ts'

const asked = z.object({
  title: z.string().max(300).optional(),
  slug: z.string().max(200).optional(),
  entry: z.string().max(60).optional(),
})

/** `GET /desk/slugs/:uid?title=…&entry=…` suggests an address; with `slug` it says whose that is already. */
async function showSlug(strapi: Core.Strapi, context: DeskContext) {
  const { uid } = context.params
  if (!namingField(strapi, uid)) return context.notFound('这类内容没有网址名。')
  if (!context.state.userAbility.can(readPermission, uid)) {
    return context.forbidden('您的岗位不能查看这类内容。')
  }
  const parsed = asked.safeParse(context.query)
  if (!parsed.success) return context.badRequest('标题太长。')
  const { title, slug, entry } = parsed.data
  const answer: SlugAnswer = {
    suggestion: title ? await suggestSlug(strapi, uid, title, entry) : null,
    owner: slug ? ((await ownerOf(strapi, uid, slug, entry)) ?? null) : null,
  }
  context.body = answer
}

/** Adds the route that the input of an address asks. */
export function addSlugRoute(strapi: Core.Strapi): void {
  addDeskRoutes(strapi, '/desk/slugs', [
    { method: 'GET', path: '/:uid', handler: (context) => showSlug(strapi, context) },
  ])
}
