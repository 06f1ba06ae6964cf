import { createHash } from 'node:crypto'
import type { Category } from '@portal/content/schema/petition/category'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Core } from '@strapi/strapi'
import type { CaseStep } from '../../contracts/cases/desk-state.ts'
import { isDamaged } from '../vault/damaged-rows.ts'
import { toCode } from '../../strapi/choice-codes.ts'
import type { Prepare, Task } from './deliver.ts'
import { recipientOf, type Contact } from './recipient.ts'
import { lastDayOf } from './new-step.ts'
import { compose } from './templates.ts'

/** What is read of a case to tell of a step; nothing of what the petitioner wrote is among it. */
const fields = [
  'number',
  'category',
  'steps',
  'notifyBy',
  'petitionerPhone',
  'petitionerEmail',
] as const

type Row = Contact & { number: string; category: string; steps: CaseStep[] }
type Office = { officeName: string; phone: string }

/** Says nothing of the case to who sees it, and the same of one step every time. */
function idOf({ caseId, step }: Task): string {
  return createHash('sha256').update(`${caseId}:${step}`).digest('hex').slice(0, 32)
}

/**
 * Reads recipient and message from the case at the moment of sending, so that addresses lie nowhere
 * but in the case.
 * @param site the portal's home as citizens know it, without a trailing slash
 */
export function prepareLetters(strapi: Core.Strapi, site: string, table: Workdays): Prepare {
  return async (task) => {
    const row = (await strapi.db
      .query('api::case.case')
      .findOne({ where: { documentId: task.caseId }, select: [...fields] })) as Row | null
    if (row && isDamaged(row)) throw new Error('办件里有打不开的内容，没有告知信访人')
    const recipient = row && recipientOf(row)
    const step = row?.steps[task.step]
    if (!row || !step || recipient?.by !== task.by) return null
    const office = (await strapi.db
      .query('api::settings.settings')
      .findOne({ select: ['officeName', 'phone'] })) as Office | null
    if (!office) throw new Error('还没有网站设置，不能写告知的内容：请在管理后台填写网站设置')
    const category = toCode('category', row.category) as Category
    const message = compose({
      id: idOf(task),
      number: row.number,
      state: step.state,
      event: step.event ?? null,
      lastDay: lastDayOf(row.steps, task.step, category, table),
      site,
      office: { name: office.officeName, phone: office.phone },
    })
    return { to: recipient.to, message }
  }
}
