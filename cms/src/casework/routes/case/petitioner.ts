import { notifyWays } from '@portal/content/schema/petition/petition'
import type { Core } from '@strapi/strapi'
import type { PetitionerLines } from '../../../contracts/cases/page.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import { readFile } from '../../record/record-events.ts'
import { recordView } from '../../record/view-log.ts'
import type { CaseFile } from '../../rules/case/case-file.ts'
import { unnamed } from '../../rules/petitioner/petitioner-name.ts'
import { addCaseRoute, type Authorized } from '../case-route.ts'

/** Who filed a case, each line with its name. */
export function linesOf({ petitioner, notifyBy }: CaseFile): PetitionerLines['lines'] {
  const lines = [
    ['姓名（单位名称）', petitioner.petitionerName || unnamed],
    ['联系人', petitioner.petitionerContact],
    ['手机号码', petitioner.petitionerPhone],
    ['联系地址', petitioner.petitionerAddress],
    ['身份证号', petitioner.petitionerIdNumber],
    ['统一社会信用代码', petitioner.petitionerCreditCode],
    ['电子邮箱', petitioner.petitionerEmail],
    ['共同信访人数', petitioner.jointPeople === null ? null : `${petitioner.jointPeople} 人`],
    ['推选的代表', petitioner.representatives],
    ['希望怎样告知进展', notifyBy && notifyWays[notifyBy]],
  ] as const
  return lines.flatMap(([name, value]) => (value ? [{ name, value }] : []))
}

/** `POST …/petitioner`: who filed the case. It is a view of its own, and recorded before it is told. */
async function openPetitioner(
  strapi: Core.Strapi,
  context: DeskContext,
  { account, row }: Authorized,
) {
  const file = await readFile(strapi, row)
  await recordView(strapi, account, row.number, 'petitioner')
  const answer: PetitionerLines = { lines: linesOf(file) }
  context.body = answer
}

/** Adds the route by which whoever may see a case opens who filed it. */
export function addPetitionerRoute(strapi: Core.Strapi): void {
  addCaseRoute(strapi, {
    method: 'POST',
    path: '/petitioner',
    permission: casePermissions.handle,
    handler: (context, authorized) => openPetitioner(strapi, context, authorized),
  })
}
