import type { Core } from '@strapi/strapi'
import { editionPermissions, managesAccounts } from '../contracts/permissions.ts'
import { actorIn } from '../publishing/workflow/rights.ts'
import { addDeskRoutes, type DeskContext } from '../strapi/desk-routes.ts'
import { readHome } from './home.ts'
import { readWatchDetails } from './watch-details.ts'
import { readWatch } from './watch.ts'

async function showHome(strapi: Core.Strapi, context: DeskContext): Promise<void> {
  context.set('Cache-Control', 'no-store')
  context.body = await readHome(strapi, actorIn(context), new Date())
}

/** Who manages accounts looks after the installation. */
const manages = managesAccounts

async function showWatch(strapi: Core.Strapi, context: DeskContext): Promise<void> {
  context.set('Cache-Control', 'no-store')
  context.body = await readWatch(strapi, new Date())
}

async function showDetails(strapi: Core.Strapi, context: DeskContext): Promise<void> {
  context.set('Cache-Control', 'no-store')
  context.body = await readWatchDetails(strapi)
}

/** Adds `GET /desk/home`, what publicity staff see first, and `GET /desk/home/watch` for the administrator. */
export function addHomeRoute(strapi: Core.Strapi): void {
  addDeskRoutes(strapi, '/desk/home', [
    {
      method: 'GET',
      path: '/',
      permission: editionPermissions.write,
      handler: (context) => showHome(strapi, context),
    },
    {
      method: 'GET',
      path: '/watch',
      permission: manages,
      handler: (context) => showWatch(strapi, context),
    },
    {
      method: 'GET',
      path: '/watch/details',
      permission: manages,
      handler: (context) => showDetails(strapi, context),
    },
  ])
}
