import type { Actor, Rights } from './transition.ts'

/** What only this desk allows, as permissions of roles. */
export const editionPermissions = {
  write: 'admin::editions.write',
  review: 'admin::editions.review',
  publish: 'admin::editions.publish',
} as const

/** The permissions as Strapi registers them. */
export const editionActions = [
  { uid: 'editions.write', displayName: '提交宣传内容' },
  { uid: 'editions.review', displayName: '审核宣传内容' },
  { uid: 'editions.publish', displayName: '发布和撤下宣传内容' },
].map((action) => ({ ...action, section: 'settings', category: '发布', pluginName: 'admin' }))

/** A signed-in member of staff as Strapi puts it on the request. */
export type User = {
  id: number
  firstname?: string | null
  lastname?: string | null
  roles?: { code: string }[]
}

/** A person's name as the record shows it. */
export function nameOf({ firstname, lastname }: User): string {
  return `${lastname ?? ''}${firstname ?? ''}`
}

/** What a person may do; the system administrator may what a publisher may, and no more. */
export function actorOf(user: User, can: (permission: string) => boolean): Actor {
  const all = (user.roles ?? []).some(({ code }) => code === 'strapi-super-admin')
  const rights = Object.fromEntries(
    Object.entries(editionPermissions).map(([right, permission]) => [
      right,
      all || can(permission),
    ]),
  ) as Rights
  return { id: user.id, rights }
}
