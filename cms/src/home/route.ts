import type { Core } from '@strapi/strapi'
import { actorOf, editionPermissions, type User } from '../publishing/editions/rights.ts'
import { readHome } from './home.ts'

type Context = {
  state: { user: User; userAbility: { can(action: string): boolean } }
  body: unknown
  set(header: string, value: string): void
}

/** Adds `GET /desk/home`: what publicity staff see first. */
export function addHomeRoute(strapi: Core.Strapi): void {
  const actions = [editionPermissions.write]
  strapi.server.routes({
    type: 'admin',
    prefix: '/desk/home',
    routes: [
      {
        method: 'GET',
        path: '/',
        handler: async (input: unknown) => {
          const context = input as Context
          const { user, userAbility } = context.state
          const actor = actorOf(user, (permission) => userAbility.can(permission))
          context.set('Cache-Control', 'no-store')
          context.body = await readHome(strapi, actor, new Date())
        },
        config: {
          policies: [
            'admin::isAuthenticatedAdmin',
            { name: 'admin::hasPermissions', config: { actions } },
          ],
        },
        info: { pluginName: 'admin' },
      },
    ],
  } as never)
}
