import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import type { Step } from '../../contracts/case-desk.ts'
import { toWord } from '../../strapi/choice-codes.ts'
import { factsOf, readCase, saveCase, type CaseRow } from '../record/case-record.ts'
import { addCaseRoute, type Admitted } from './case-route.ts'
import { refuseStale, seenIn } from '../record/seen-revision.ts'
import { namingFields, namingOf } from '../record/named-units.ts'
import { nameOf } from '../../strapi/staff.ts'
import { listUnits } from '../record/units.ts'
import { casePermissions } from '../../contracts/permissions.ts'
import type { DeskContext } from '../../strapi/desk-routes.ts'

const names = z.array(z.string()).max(200)
/** `cleared`: named in the case, and not accused. Without it all that are named and not chosen are. */
const request = z.object({ units: names, cleared: names.optional() })

/** Takes a case back from a unit that turns out to be accused while it is handling it. */
function recall(row: CaseRow, by: string): object {
  const { state } = factsOf(row)
  if (state !== 'referred' && state !== 'accepted') return {}
  const step: Step = {
    at: new Date().toISOString(),
    state: 'registered',
    text: '信访部门已收回，将另行确定办理单位。',
    by,
  }
  return {
    state: toWord('caseState', 'registered'),
    unit: null,
    steps: [...row.steps, step],
  }
}

/**
 * `PUT …/accused-units`: records which units a case accuses, and which it only names; none is an answer
 * too. A unit that has the case and is accused loses it at once (arts. 30, 46).
 */
async function putAccused(
  strapi: Core.Strapi,
  context: DeskContext,
  { account, row: seen }: Admitted,
) {
  const parsed = request.safeParse(context.request.body)
  if (!parsed.success) return context.badRequest('请求的内容不完整。')
  const units = await listUnits(strapi)
  const { units: accused, cleared } = parsed.data
  const chosen = units.filter(({ name }) => accused.includes(name))
  if (chosen.length !== new Set(accused).size) {
    return context.badRequest('有的单位不在名单里，请重新选择。')
  }
  return strapi.db.transaction(async () => {
    const row = await readCase(strapi, { documentId: seen.documentId })
    if (!row) return context.notFound('没有这个办件。')
    if (refuseStale(context, row, seenIn(context.request.body))) return
    const naming = namingOf(row)
    const answered = cleared
      ? units.filter(({ name }) => cleared.includes(name)).map(({ documentId }) => documentId)
      : naming.named.map(({ id }) => id)
    const ids = chosen.map(({ documentId }) => documentId)
    const settled = [...new Set([...naming.settled, ...answered, ...ids])]
    const hasIt = chosen.some(({ documentId }) => documentId === row.unit?.documentId)
    await saveCase(strapi, row, {
      accusedUnits: { set: ids },
      accusedConfirmed: true,
      ...namingFields({ ...naming, settled }),
      ...(hasIt ? recall(row, nameOf(account)) : {}),
    })
    context.body = { units: chosen.map(({ name }) => name) }
  })
}

/** Adds the route by which the bureau records the units that an accusation is about. */
export function addAccusedRoute(strapi: Core.Strapi): void {
  addCaseRoute(strapi, {
    method: 'PUT',
    path: '/accused-units',
    permission: casePermissions.manage,
    handler: (context, admitted) => putAccused(strapi, context, admitted),
  })
}
