import type { Core } from '@strapi/strapi'
import { faultOf } from '../events/chain.ts'
import type { CaseEvent } from '../events/event.ts'
import { openLog, readLog } from '../events/event-log.ts'
import { readCase } from '../record/case-record.ts'
import { headIn } from '../record/record-events.ts'
import { isDamaged } from '../vault/damaged-rows.ts'

/** The events of a case that is to be handed over; null where its record is not whole. */
export async function readSound(strapi: Core.Strapi, number: string): Promise<CaseEvent[] | null> {
  const row = await readCase(strapi, { number })
  if (!row || isDamaged(row)) return null
  const log = await readLog(strapi, number)
  if (faultOf(log, headIn(row)) !== null) return null
  try {
    return openLog(log)
  } catch {
    return null
  }
}
