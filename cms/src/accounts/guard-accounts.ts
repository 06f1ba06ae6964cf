import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { refusalOf } from '../publishing/references/refusal.ts'
import { refuseLastAdministrator, takesAway } from './last-administrator.ts'
import type { Use } from '../contracts/publications/references.ts'
import { contentType } from '../contracts/content-types.ts'
import { tableOf } from '../strapi/tables.ts'

type User = { id: number; email: string; firstname?: string | null; lastname?: string | null }
type UserService = {
  deleteById(id: number): Promise<unknown>
  deleteByIds(ids: number[]): Promise<unknown>
  updateById(
    id: number,
    change: { email?: string; isActive?: unknown; blocked?: unknown; roles?: unknown },
  ): Promise<unknown>
}
type Services = { extend(uid: string, change: (service: UserService) => UserService): void }

/** Where an account stands as who belongs to a unit, who read a case, who took a step. */
const places: { uid: string; kind: string; where: (user: User) => object }[] = [
  {
    uid: contentType.unitAccount,
    kind: '单位账号',
    where: ({ email }) => ({ account: { $eqi: email } }),
  },
  {
    uid: contentType.caseView,
    kind: '办件查阅记录',
    where: ({ email }) => ({ viewer: { $eqi: email } }),
  },
  {
    uid: contentType.workflowStep,
    kind: '发布流程记录',
    where: ({ id }) => ({ whoId: id }),
  },
]

async function refuseUsed(strapi: Core.Strapi, id: number): Promise<void> {
  const user: User | null = await strapi.db.query('admin::user').findOne({ where: { id } })
  if (!user) return
  const uses: Use[] = []
  for (const { uid, kind, where } of places) {
    const count = await strapi.db.query(uid).count({ where: where(user) })
    if (count > 0) uses.push({ kind, uid, count, some: [] })
  }
  if (uses.length === 0) return
  const name = `账号“${user.lastname ?? ''}${user.firstname ?? ''}”`
  const instead = '不再使用的，打开这个账号，把“启用”关掉：不能再登录，记录照旧。'
  throw new errors.ApplicationError(refusalOf(name, uses, instead), { uses })
}

/**
 * Refuses to delete an account that belongs to a unit or stands in the records: it is disabled instead.
 * An account that gets another address takes its unit along. The last administrator who can sign in stays.
 */
export function guardAccounts(strapi: Core.Strapi): void {
  const services = strapi.get('services') as Services
  services.extend('admin::user', (service) => ({
    ...service,
    async deleteById(id) {
      await refuseLastAdministrator(strapi, [id])
      await refuseUsed(strapi, id)
      return service.deleteById(id)
    },
    async deleteByIds(ids) {
      await refuseLastAdministrator(strapi, ids)
      for (const id of ids) await refuseUsed(strapi, id)
      return service.deleteByIds(ids)
    },
    async updateById(id, change) {
      if (await takesAway(strapi, change)) await refuseLastAdministrator(strapi, [id])
      const before: User | null = await strapi.db.query('admin::user').findOne({ where: { id } })
      const done = await service.updateById(id, change)
      if (before && change.email && change.email !== before.email) {
        await tableOf(strapi, contentType.unitAccount).updateMany({
          where: { account: { $eqi: before.email } },
          data: { account: change.email },
        })
      }
      return done
    },
  }))
}
