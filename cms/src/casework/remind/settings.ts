import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import { usualRemindDays } from '../../contracts/cases/deadlines.ts'
import { tableOf } from '../../strapi/tables.ts'

/** How many working days before a last day the first reminder is given. */
export async function remindDays(strapi: Core.Strapi): Promise<number> {
  const row = await tableOf(strapi, contentType.caseSettings).findOne({ select: ['remindDays'] })
  return row?.remindDays ?? usualRemindDays
}
