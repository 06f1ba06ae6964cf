import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import { tableOf } from '../../strapi/tables.ts'

/** Whether the office has every opinion read by a second person before it goes out. */
export async function wantsSecondReader(strapi: Core.Strapi): Promise<boolean> {
  const row = await tableOf(strapi, contentType.caseSettings).findOne({ select: ['secondReader'] })
  return row?.secondReader === true
}
