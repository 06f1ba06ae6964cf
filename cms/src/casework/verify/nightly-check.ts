import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { addDays, shanghaiClock, shanghaiDay } from '@portal/content/calendar/day'
import type { Core } from '@strapi/strapi'
import { environment, layout } from '../../environment.ts'
import { repeat } from '../../strapi/run-periodically.ts'
import { readDeskKeys } from '../vault/desk-keys.ts'
import type { Ask, RawRow } from './query.ts'
import { readCaseModel } from './case-model.ts'
import { keepDailyHead } from './daily-heads.ts'
import { verifyCases, type CaseStore } from './verify-cases.ts'

/** From this hour of the night on, in Shanghai, cases are checked. */
const hour = 1
const interval = 10 * 60_000
/** Rest between pages, so that whoever works at night is not kept waiting. */
const rest = 20

const storeKey = { type: 'desk', name: 'case-check', key: 'last' }

/** What the last check has found. */
type LastCheck = {
  day: string
  faults: { documentId: string; fault: string }[]
  heads: string | null
}

/** What the last check has found; null where there was none yet. */
export async function lastCheck(strapi: Core.Strapi): Promise<LastCheck | null> {
  return (await strapi.store!.get(storeKey)) as LastCheck | null
}

function askOf(strapi: Core.Strapi): Ask {
  return async (statement, values = []) => {
    const answer = await strapi.db.connection.raw(statement, values)
    return (Array.isArray(answer) ? answer : answer.rows) as RawRow[]
  }
}

async function check(strapi: Core.Strapi, store: CaseStore, today: string): Promise<void> {
  const { ask, deskKeys, headsFile } = store
  // Cases as they are before the head is kept: a head over what is wrong would hide it.
  const { faults, heads } = await verifyCases(store, undefined, () => setTimeout(rest))
  const midnight = new Date(`${today}T00:00:00+08:00`)
  if (heads === null) await keepDailyHead(ask, headsFile, deskKeys, addDays(today, -1), midnight)
  for (const { documentId, fault } of faults) {
    strapi.log.error(`办件记录不完整：${documentId || '（没有办件）'}，${fault}`)
  }
  if (heads !== null) strapi.log.error(`办件记录不完整：${heads}`)
  const found: LastCheck = {
    day: today,
    faults: faults.map(({ documentId, fault }) => ({ documentId, fault })),
    heads,
  }
  await strapi.store!.set({ ...storeKey, value: found })
}

/**
 * Checks the records of all cases every night, and keeps the head of the day that is over; a desk that was
 * not running then does it when it starts.
 * @returns stop: resolves when the check under way has ended
 */
export function startNightlyCheck(strapi: Core.Strapi): () => Promise<void> {
  const deskKeys = readDeskKeys(readFileSync(layout.deskKey, 'utf8'))
  const store: CaseStore = {
    ask: askOf(strapi),
    deskKeys,
    model: readCaseModel(environment.root),
    headsFile: layout.caseHeads,
  }
  return repeat(async () => {
    const now = new Date()
    const today = shanghaiDay(now)
    const last = await lastCheck(strapi)
    const isDue =
      last === null || (last.day < today && shanghaiClock(now).slice(11, 13) >= `0${hour}`)
    if (!isDue) return
    await check(strapi, store, today).catch((fault: Error) =>
      strapi.log.error(`没能核对办件记录（${fault.name}）：将继续重试`),
    )
  }, interval)
}
