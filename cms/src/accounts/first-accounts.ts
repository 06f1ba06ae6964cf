import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Core } from '@strapi/strapi'
import { officialRole, unitRole } from '../casework/record/party.ts'
import { roles } from './roles.ts'
import { contentType } from '../contracts/content-types.ts'
import { tableOf } from '../strapi/tables.ts'

/** The unit of the first unit account, where the content has it; else the first in the table. */
const demonstrationUnit = 'city-management'
/** The reception of the first leading official, where the content has it. */
const demonstrationReception = 'livelihood'

/** One account of the first start. */
type FirstLogin = { role: string; name: string; email: string; password: string }

/** 16 random characters; a letter of each case and a digit stand in front for Strapi's rule. */
function randomPassword(): string {
  return `Xf7-${randomBytes(12).toString('base64url')}`
}

/** Ties the first unit account to a unit, without which it would see nothing. */
async function tieToUnit(strapi: Core.Strapi, account: string): Promise<void> {
  const departments = tableOf(strapi, contentType.department)
  const unit =
    (await departments.findOne({ where: { slug: demonstrationUnit } })) ??
    (await departments.findOne({ where: { kind: '部门' } }))
  if (!unit) return
  await strapi.documents(contentType.unitAccount).create({
    data: { account, unit: unit.documentId },
  })
}

/** Gives the first leading official's account a post and its reception hours, without which it would see nothing. */
async function tieToOfficial(strapi: Core.Strapi, account: string): Promise<void> {
  const receptions = tableOf(strapi, contentType.reception)
  const own = await receptions.findOne({ where: { slug: demonstrationReception } })
  const office = own?.office ?? '演示领导职务'
  const { documentId } = await strapi.documents(contentType.official).create({
    data: { office, name: '演示领导', account },
  })
  if (!own) return
  await strapi.documents(contentType.reception).update({
    documentId: own.documentId,
    data: { official: documentId },
  })
}

/**
 * Makes one account a role on an empty user table, with random passwords, and writes them to
 * `path` for the person who installs (mode 0600). Does nothing where there are users.
 */
export async function createFirstAccounts(strapi: Core.Strapi, path: string): Promise<void> {
  const users = strapi.service('admin::user')
  if (await users.exists()) return
  const roleService = strapi.service('admin::role')
  const superAdmin = await roleService.getSuperAdmin()
  const wanted = [
    { id: superAdmin.id, code: 'administrator', name: '系统管理员' },
    ...(await Promise.all(
      roles.map(async ({ code, name }) => ({
        id: (await roleService.findOne({ code })).id,
        code,
        name,
      })),
    )),
  ]
  const logins: FirstLogin[] = wanted.map(({ code, name }) => ({
    role: code,
    name,
    email: `${code}@petition.example`,
    password: randomPassword(),
  }))
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 })
  for (const [index, { role, name, email, password }] of logins.entries()) {
    await users.create({
      firstname: name,
      lastname: '',
      email,
      password,
      isActive: true,
      preferedLanguage: 'zh-Hans',
      roles: [wanted[index]?.id],
    })
    if (role === unitRole) await tieToUnit(strapi, email)
    if (role === officialRole) await tieToOfficial(strapi, email)
  }
}
