import type { Workdays } from '@portal/content/schema/workdays'
import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import { shanghaiDay } from '@portal/content/calendar/day'
import { runningClocks } from '../cases/running.ts'
import { allowedActions, takeStep, unitActions, type Action } from '../cases/transition.ts'
import { maySee, type Party } from '../cases/wall.ts'
import { wordsOf } from '../cases/words.ts'
import { toWord } from '../words.ts'
import { readWorkdays } from '../workdays.ts'
import { factsOf, readCase, saveCase, wallOf, type CaseRow } from './case-record.ts'
import { refuseStale, seenIn } from './case-seen.ts'
import { addCaseRoute, handlePermission, type Admitted, type Context } from './case-route.ts'
import { openNames } from '../cases/units/settle.ts'
import { namingOf } from './named.ts'
import { nameOf } from './party.ts'
import { listUnits, type Unit } from './units.ts'
import { refusal } from './wall.ts'

const text = z.string().trim().max(8000)
const days = z.int()
const request = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('register') }),
  z.object({ kind: z.literal('refer'), unit: text }),
  z.object({ kind: z.literal('accept'), unit: text }),
  z.object({ kind: z.literal('decline'), unit: text, reason: text }),
  z.object({ kind: z.literal('object'), reason: text }),
  z.object({ kind: z.literal('extend'), days, reason: text }),
  z.object({ kind: z.literal('reply'), unit: text, text }),
  z.object({ kind: z.literal('review'), body: text, text }),
  z.object({ kind: z.literal('hear'), days }),
  z.object({ kind: z.literal('re-review'), body: text, text }),
  z.object({ kind: z.literal('close') }),
])

/** Units that a case names and nobody has settled, and the words by which it does. */
function namedBy(row: CaseRow, units: Unit[]): { name: string; words: string[] }[] {
  return openNames(namingOf(row)).flatMap(({ id, words }) => {
    const unit = units.find(({ documentId }) => documentId === id)
    return unit ? [{ name: unit.name, words }] : []
  })
}

/** Why a case must not go to a unit (arts. 30, 46); null where it may. */
function wallAgainst(row: CaseRow, unit: Unit | undefined, units: Unit[]): string | null {
  if (!unit) return null
  if (row.accusedUnits.some(({ documentId }) => documentId === unit.documentId)) {
    return '这个单位是被检举控告的单位，不能转给它，也不能由它办理（条例第三十条）。请另选单位。'
  }
  if (factsOf(row).category === 'accusation' && !row.accusedConfirmed) {
    return '检举控告类事项，请先填写被检举控告的单位；没有指明单位的，也请确认一次。'
  }
  const open = namedBy(row, units)
  if (row.unsettled || open.length > 0) {
    const list = open.map(({ name, words }) => `${name}（“${words.join('”“')}”）`).join('、')
    return `信访人写到了${list || '有关单位'}。请先在“被检举控告的单位”里逐个确认是不是被检举控告的，再交给承办单位（条例第三十条）。`
  }
  return null
}

/** What a step leaves in the case beside itself. */
function traceOf(action: Action, row: CaseRow, unit: Unit | undefined, now: Date): object {
  const deliveredAt = now.toISOString()
  switch (action.kind) {
    case 'object':
      return { unit: null }
    case 'reply':
      return { unit: unit?.documentId, reply: action.text, repliedAt: deliveredAt }
    case 'review':
    case 're-review': {
      const { kind: level, text, body } = action
      return { opinions: [...(row.opinions ?? []), { level, text, body, deliveredAt }] }
    }
    default:
      return unit ? { unit: unit.documentId } : {}
  }
}

/** `GET …/actions`: what can be done with the case now, the units to choose from, and its clocks. */
async function showActions(
  strapi: Core.Strapi,
  table: Workdays,
  context: Context,
  { party, row }: Admitted,
) {
  const facts = factsOf(row)
  const now = new Date()
  const accused = row.accusedUnits.map(({ name }) => name)
  const units = await listUnits(strapi)
  const all = units.map(({ name }) => name)
  const offered = units.filter(({ active, name }) => active && !accused.includes(name))
  const bureau = party.kind === 'bureau'
  context.body = {
    actions: allowedActions(facts, table, now).filter(
      (kind) => bureau || unitActions.includes(kind),
    ),
    units: bureau ? offered.map(({ name }) => name) : [],
    unit: row.unit?.name ?? null,
    clocks: runningClocks(facts, table)
      // Whoever accepted, declined or replied has not objected: there is nothing to call done.
      .filter(({ clock, doneOn }) => clock !== 'object' || doneOn === null)
      .map((clock) => wordsOf(clock, shanghaiDay(now), table)),
    accused: bureau
      ? { all, chosen: accused, confirmed: row.accusedConfirmed, named: namedBy(row, units) }
      : null,
    accusation: facts.category === 'accusation',
    seen: { revision: row.revision, steps: row.steps.length },
  }
}

/** What an account asks for; a unit's account always acts in the name of its own unit. */
function readAction(body: unknown, party: Party, row: CaseRow) {
  const own = party.kind === 'unit' && typeof body === 'object' ? { unit: row.unit?.name } : {}
  return request.safeParse({ ...(body as object), ...own })
}

/** `POST …/steps`: takes one step; refused with a sentence where it cannot be taken. */
async function postStep(
  strapi: Core.Strapi,
  table: Workdays,
  context: Context,
  { account, party, row: seen }: Admitted,
) {
  const parsed = readAction(context.request.body, party, seen)
  if (!parsed.success) return context.badRequest('请求的内容不完整。')
  const action: Action = parsed.data
  if (party.kind === 'unit' && !unitActions.includes(action.kind)) {
    return context.forbidden('这一步由信访部门办理。')
  }
  const unitName = 'unit' in action ? action.unit : null
  const units = await listUnits(strapi)
  const unit = units.find(({ name }) => name === unitName)
  if (unitName && !unit) return context.badRequest('没有这个承办单位，请重新选择。')
  if (action.kind === 'refer' && unit && !unit.active) {
    return context.badRequest('这个单位已停用，不再承办新的办件，请另选单位。')
  }
  return strapi.db.transaction(async () => {
    const row = await readCase(strapi, { documentId: seen.documentId })
    if (!row) return context.notFound('没有这个办件。')
    // The wall may have been raised since the case was asked for.
    if (!maySee(party, wallOf(row))) return context.forbidden(refusal)
    if (refuseStale(context, row, seenIn(context.request.body))) return
    const wall = wallAgainst(row, unit, units)
    if (wall !== null) return context.conflict(wall)
    const now = new Date()
    const taken = takeStep(factsOf(row), action, nameOf(account), now, table)
    if (!taken.ok) return context.conflict(taken.reason)
    await saveCase(strapi, row, {
      state: toWord('caseState', taken.step.state),
      steps: [...row.steps, taken.step],
      ...traceOf(action, row, unit, now),
    })
    context.body = { state: taken.step.state }
  })
}

/** Adds the routes by which staff take a case on. */
export function addStepRoutes(strapi: Core.Strapi): void {
  const table = readWorkdays()
  addCaseRoute(strapi, {
    method: 'GET',
    path: '/actions',
    permission: handlePermission,
    handler: (context, admitted) => showActions(strapi, table, context, admitted),
  })
  addCaseRoute(strapi, {
    method: 'POST',
    path: '/steps',
    permission: handlePermission,
    handler: (context, admitted) => postStep(strapi, table, context, admitted),
  })
}
