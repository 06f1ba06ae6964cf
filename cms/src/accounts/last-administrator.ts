import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'

type Account = { id: number; isActive: boolean | null; roles: { id: number; code: string }[] }

const code = 'strapi-super-admin'
const refusal =
  '这是唯一能登录的系统管理员。请先让另一个系统管理员登录过，再停用、删除它或者改它的角色。'

/**
 * Refuses to take away the last administrator who can sign in. Strapi counts those who were invited and
 * never came among them, and would leave a desk that nobody can manage.
 * @param ids whom a change takes away, or would
 * @throws ValidationError
 */
export async function refuseLastAdministrator(strapi: Core.Strapi, ids: number[]): Promise<void> {
  const accounts: Account[] = await strapi.db
    .query('admin::user')
    .findMany({ where: { roles: { code } }, populate: { roles: true } })
  const able = accounts.filter(({ isActive }) => isActive)
  const gone = able.filter(({ id }) => ids.map(Number).includes(id))
  if (gone.length > 0 && gone.length === able.length) throw new errors.ValidationError(refusal)
}

/** Whether a change of an account keeps it from being an administrator who can sign in. */
export async function takesAway(
  strapi: Core.Strapi,
  change: { isActive?: unknown; blocked?: unknown; roles?: unknown },
): Promise<boolean> {
  if (change.isActive === false || change.blocked === true) return true
  if (!Array.isArray(change.roles)) return false
  const role: { id: number } = await strapi.service('admin::role').getSuperAdmin()
  return !change.roles.some((id) => String(id) === String(role.id))
}
