import type { Core } from '@strapi/strapi'
import { editionPermissions } from '../publishing/editions/rights.ts'
import { findCases } from './case-numbers.ts'

type Context = {
  query: Record<string, unknown>
  body: unknown
  set(name: string, value: string): void
}

/** Adds `GET /desk/notices/cases?q=`: the cases that a notice can be about, for whoever writes notices. */
export function addCaseChoiceRoute(strapi: Core.Strapi): void {
  const actions = [editionPermissions.write]
  strapi.server.routes({
    type: 'admin',
    prefix: '/desk/notices',
    routes: [
      {
        method: 'GET',
        path: '/cases',
        handler: async (input: unknown) => {
          const context = input as Context
          const { q } = context.query
          context.set('Cache-Control', 'no-store')
          context.body = { cases: await findCases(strapi, typeof q === 'string' ? q : '') }
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
