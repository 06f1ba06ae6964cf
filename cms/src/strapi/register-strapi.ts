import type { Core } from '@strapi/strapi'
import { refuseCounts, refuseRelations } from './content-manager.ts'
import { environment } from '../environment.ts'
import { registerCustomFields } from './custom-fields.ts'
import { answerInChinese } from './error-translation/translate.ts'
import { refuseColleagues } from './guards/colleagues.ts'
import { knownHosts, refuseForeignHosts } from './guards/host.ts'
import { forbidStoring } from './guards/no-store.ts'
import { ownOrigins, refuseForeignPages } from './guards/origin.ts'
import { withholdRecordActions } from './records/guard-records.ts'
import { withholdPaidServices } from './paid-services.ts'
import { nameTypes } from './type-names.ts'
import { withholdActions } from './withhold-actions.ts'

/** Makes Strapi the desk’s: who may ask it, in which language it answers, which of its own actions are left. */
export function registerStrapi(strapi: Core.Strapi): void {
  const hosts = knownHosts(environment.cmsPort, environment.cmsUrl)
  refuseForeignHosts(strapi, hosts)
  refuseForeignPages(strapi, ownOrigins(hosts, environment.cmsUrl))
  forbidStoring(strapi)
  refuseColleagues(strapi)
  answerInChinese(strapi)
  withholdRecordActions(strapi)
  withholdActions(strapi)
  withholdPaidServices(strapi)
  nameTypes(strapi)
  refuseCounts(strapi)
  refuseRelations(strapi)
  registerCustomFields(strapi)
}
