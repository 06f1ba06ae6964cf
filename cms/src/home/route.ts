import type { Core } from '@strapi/strapi'
import { editionPermissions } from '../contracts/permissions.ts'
import { actorIn } from '../publishing/editions/rights.ts'
import { addDeskRoutes, type DeskContext } from '../strapi/desk-routes.ts'
import { readHome } from './home.ts'

async function showHome(strapi: Core.Strapi, context: DeskContext): Promise<void> {
  context.set('Cache-Control', 'no-store')
  context.body = await readHome(strapi, actorIn(context), new Date())
}

/** Adds `GET /desk/home`: what publicity staff see first. */
export function addHomeRoute(strapi: Core.Strapi): void {
  addDeskRoutes(strapi, '/desk/home', [
    {
      method: 'GET',
      path: '/',
      permission: editionPermissions.write,
      handler: (context) => showHome(strapi, context),
    },
  ])
}
