import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import { casePermissions } from '../../../contracts/permissions.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import type { EventBody } from '../../events/event.ts'
import type { UnitRef } from '../../events/event-fields.ts'
import { staffActor } from '../../events/staff-actor.ts'
import { readCase } from '../../record/case-record.ts'
import { readFile, recordEvents } from '../../record/record-events.ts'
import { namingOf } from '../../record/naming-fields.ts'
import { refuseStale } from '../../record/seen-revision.ts'
import { listUnits } from '../../record/units.ts'
import { isWithUnits } from '../../rules/actions/allowed-actions.ts'
import type { CaseFile } from '../../rules/case/case-file.ts'
import { recall } from '../../rules/actions/action-events.ts'
import { presentReferrals } from '../../rules/case/referral.ts'
import { addCaseRoute, type Authorized } from '../case-route.ts'

const names = z.array(z.string()).max(200)
/** `cleared`: named in the case, and not accused. Without it all that are named and not chosen are. */
const request = z.object({ units: names, cleared: names.optional() })

/** What follows for units that have the case and turn out to be accused: they lose it at once. */
function recallFrom(file: CaseFile, accused: UnitRef[]): EventBody[] {
  const units = presentReferrals(file.referrals)
    .map(({ unit }) => unit)
    .filter(({ id }) => accused.some((one) => one.id === id))
  if (units.length === 0 || !isWithUnits(file)) return []
  const told = '信访部门已收回，将另行确定办理单位。'
  return [recall(file, units, '是被检举控告的单位（条例第三十条）', told)]
}

/**
 * `PUT …/accused-units`: records which units a case accuses, and which it only names; none is an answer
 * too. A unit that has the case and is accused loses it at once (arts. 30, 46).
 */
async function putAccused(
  strapi: Core.Strapi,
  context: DeskContext,
  { account, party, row: seen }: Authorized,
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
    if (await refuseStale(strapi, context, row, party)) return
    const naming = namingOf(row)
    const answered = cleared
      ? units.filter(({ name }) => cleared.includes(name)).map(({ documentId }) => documentId)
      : naming.named.map(({ id }) => id)
    const file = await readFile(strapi, row)
    const chosenRefs = chosen.map(({ documentId: id, name }) => ({ id, name }))
    const ids = chosenRefs.map(({ id }) => id)
    const settled = [...new Set([...naming.settled, ...answered, ...ids])]
    const at = new Date().toISOString()
    const actor = staffActor(account)
    const bodies: EventBody[] = [
      { kind: 'accused-settled', told: null, accused: chosenRefs, settled },
      ...recallFrom(file, chosenRefs),
    ]
    await recordEvents(
      strapi,
      row,
      bodies.map((body) => ({ at, actor, body })),
    )
    context.body = { units: chosen.map(({ name }) => name) }
  })
}

/** Adds the route by which the bureau records the units that an accusation is about. */
export function addAccusedRoute(strapi: Core.Strapi): void {
  addCaseRoute(strapi, {
    method: 'PUT',
    path: '/accused-units',
    permission: casePermissions.manage,
    handler: (context, authorized) => putAccused(strapi, context, authorized),
  })
}
