import type { Core } from '@strapi/strapi'
import { editionPermissions } from '../contracts/permissions.ts'
import { addDeskRoutes, type DeskContext } from '../strapi/desk-routes.ts'
import { findCases } from './case-numbers.ts'

async function showCases(strapi: Core.Strapi, context: DeskContext): Promise<void> {
  const { q } = context.query
  context.set('Cache-Control', 'no-store')
  context.body = { cases: await findCases(strapi, typeof q === 'string' ? q : '') }
}

/** Adds `GET /desk/notices/cases?q=`: the cases that a notice can be about, for whoever writes notices. */
export function addCaseChoiceRoute(strapi: Core.Strapi): void {
  addDeskRoutes(strapi, '/desk/notices', [
    {
      method: 'GET',
      path: '/cases',
      permission: editionPermissions.write,
      handler: (context) => showCases(strapi, context),
    },
  ])
}
