import type { Actor, Rights } from './workflow.ts'
import { editionPermissions } from '../../contracts/permissions.ts'
import type { Staff } from '../../strapi/staff.ts'
import type { DeskContext } from '../../strapi/desk-routes.ts'

/** The permissions as Strapi registers them. */
export const editionActions = [
  { uid: 'editions.write', displayName: '提交宣传内容' },
  { uid: 'editions.review', displayName: '审核宣传内容' },
  { uid: 'editions.publish', displayName: '发布和撤下宣传内容' },
].map((action) => ({ ...action, section: 'settings', category: '发布', pluginName: 'admin' }))

/** What a person may do; the system administrator may what a publisher may, and no more. */
export function actorOf(
  user: Pick<Staff, 'id' | 'roles'>,
  can: (permission: string) => boolean,
): Actor {
  const all = (user.roles ?? []).some(({ code }) => code === 'strapi-super-admin')
  const rights = Object.fromEntries(
    Object.entries(editionPermissions).map(([right, permission]) => [
      right,
      all || can(permission),
    ]),
  ) as Rights
  return { id: user.id, rights }
}

/** Who asks, and what that person may do. */
export function actorIn({ state }: Pick<DeskContext, 'state'>): Actor {
  return actorOf(state.user, (permission) => state.userAbility.can(permission))
}
