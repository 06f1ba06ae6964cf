import type { Core } from '@strapi/strapi'
import { editionActions } from '../publishing/workflow/rights.ts'
import { componentOf, modelOf, type Attribute } from '../strapi/models.ts'
import { privateFields } from '../strapi/withhold-private.ts'
import { roles } from './roles.ts'

const administrator = { name: '系统管理员', description: '管理账号、权限和系统设置' }

/** All the fields of a type, as permissions name them; components are granted whole. */
function fieldsOf(strapi: Core.Strapi, uid: string): string[] {
  const attributes = Object.entries(modelOf(strapi, uid)?.attributes ?? {})
  const hidden = privateFields(strapi, uid)
  const flatten = (name: string, { type, component }: Attribute): string[] => {
    if (type !== 'component' || !component) return [name]
    const inner = componentOf(strapi, component)
    return Object.entries(inner?.attributes ?? {}).flatMap(([key, value]) =>
      flatten(`${name}.${key}`, value),
    )
  }
  const technical = ['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale']
  return attributes
    .filter(([name]) => !technical.includes(name) && !hidden.includes(name))
    .flatMap(([name, attribute]) => flatten(name, attribute))
}

/** Registers what only this desk allows, so that roles can be given it. */
export async function registerPermissions(strapi: Core.Strapi): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany([
    {
      section: 'settings',
      category: '办件',
      displayName: '办理信访事项',
      uid: 'cases.handle',
      pluginName: 'admin',
    },
    {
      section: 'settings',
      category: '办件',
      displayName: '补发查询码、填写被检举控告单位、导出办件',
      uid: 'cases.manage',
      pluginName: 'admin',
    },
    {
      section: 'settings',
      category: '办件',
      displayName: '查看自己包案的办件，记录走访约谈',
      uid: 'cases.lead',
      pluginName: 'admin',
    },
    {
      section: 'settings',
      category: '办件',
      displayName: '查看查阅记录',
      uid: 'cases.audit',
      pluginName: 'admin',
    },
    ...editionActions,
  ])
}

/** Makes the roles what the code says they are, at every start. Strapi's own example roles go. */
export async function ensureRoles(strapi: Core.Strapi): Promise<void> {
  const service = strapi.service('admin::role')
  const superAdmin = await service.getSuperAdmin()
  await strapi.db.query('admin::role').update({ where: { id: superAdmin.id }, data: administrator })
  for (const { code, name, description, grants } of roles) {
    const facts = { name, description }
    const found = await service.findOne({ code })
    const role = found ?? (await service.create({ ...facts, code }))
    if (found) await service.update({ id: role.id }, facts)
    const permissions = grants.map(({ action, subject, without = [], conditions = [] }) => ({
      action,
      subject: subject ?? null,
      conditions,
      properties:
        subject && !/\.(delete|publish)$/.test(action)
          ? { fields: fieldsOf(strapi, subject).filter((field) => !without.includes(field)) }
          : {},
    }))
    await service.assignPermissions(role.id, permissions)
  }
  for (const code of ['strapi-editor', 'strapi-author']) {
    const role = await service.findOneWithUsersCount({ code })
    if (role && role.usersCount === 0) await service.deleteByIds([role.id])
  }
}
