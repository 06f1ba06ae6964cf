import type { Readable } from 'node:stream'
import type { Core } from '@strapi/strapi'
import type { Staff } from './staff.ts'

export { readPermission } from '../contracts/permissions.ts'

type UploadedFile = { filepath: string; originalFilename: string | null; size: number }

/** What handlers use of a request of signed-in staff, and of its answer. */
export type DeskContext = {
  /** The parts of the address that the route names; those that it does not name are not there. */
  params: { uid: string; documentId: string; id: string }
  query: Record<string, unknown>
  request: { body: unknown; files?: { file?: UploadedFile | UploadedFile[] } }
  state: { user: Staff; userAbility: { can(permission: string, subject?: string): boolean } }
  status: number
  body: unknown | Readable
  type: string
  length: number
  set(header: string, value: string): void
  set(headers: Record<string, string>): void
  notFound(message: string, details?: object): unknown
  unauthorized(message: string): unknown
  badRequest(message: string, details?: object): unknown
  forbidden(message: string, details?: object): unknown
  conflict(message: string, details?: object): unknown
}

/** A route of the desk. Without a `permission` it answers to everybody who is signed in. */
export type DeskRoute = {
  method: 'GET' | 'POST' | 'PUT'
  path: string
  /** A permission, for a type of content where it is given a type at a time. */
  permission?: string | readonly [permission: string, subject: string]
  /** Answers whoever brings what the handler asks for, such as a ticket: who that is, is not known. */
  isOpen?: boolean
  handler: (context: DeskContext) => unknown
}

/** Adds routes below `prefix` that answer to signed-in staff of the admin pages only, but for those that are open. */
export function addDeskRoutes(strapi: Core.Strapi, prefix: string, routes: DeskRoute[]): void {
  strapi.server.routes({
    type: 'admin',
    prefix,
    routes: routes.map(({ method, path, permission, isOpen = false, handler }) => ({
      method,
      path,
      handler: (context) => handler(context as unknown as DeskContext),
      config: {
        ...(isOpen ? { auth: false as const } : {}),
        policies: [
          ...(isOpen ? [] : ['admin::isAuthenticatedAdmin']),
          ...(permission === undefined
            ? []
            : [{ name: 'admin::hasPermissions', config: { actions: [permission] } }]),
        ],
      },
      info: { pluginName: 'admin' },
    })),
  })
}
