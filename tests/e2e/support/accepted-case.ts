import { expect } from 'playwright/test'
import type { CaseEntry } from '../../support/case/clerk.ts'
import { createCitizen } from '../../support/portal/citizen.ts'
import { collection } from '../../support/desk/staff.ts'
import { story } from '../../support/portal/stories.ts'
import { until } from '../../support/machine/until.ts'
import type { Kept } from './petitioner.ts'
import { staff } from './staff-browser.ts'
import { portal } from './places.ts'

/** The unit that accepts it. */
export const unit = '区城市管理和综合执法局'

/** A case that a unit has accepted, and how its clerk takes further steps. */
export async function acceptedCase(): Promise<{
  entry: CaseEntry
  /** What its petitioner keeps. */
  kept: Kept
  take: (step: object) => Promise<void>
  /** The petitioner evaluates it, once the reply is on the tracking page. */
  evaluate: (satisfaction: string) => Promise<void>
}> {
  const clerk = await staff('case-clerk')
  const citizen = createCitizen(portal)
  // It names no unit, so that nothing is to be settled before it goes to one.
  const facts = '巷口的三盏路灯坏了一个月，晚上看不清路。'
  const { answer } = await citizen.fileAsData({ ...story, facts, key: await citizen.openForm() })
  const entry = await until('the case', 30, async () => {
    const path = `${collection('case')}?filters[number][$eq]=${answer.number}`
    const { body } = await clerk.call('GET', path)
    return (body as { results: CaseEntry[] }).results[0]
  })
  const take = async (step: object) => {
    const { status } = await clerk.call('POST', `/desk/cases/${entry.documentId}/actions`, step)
    expect(status).toBe(200)
  }
  for (const kind of ['register', 'refer', 'accept']) {
    await take(kind === 'register' ? { kind } : { kind, unit })
  }
  const { number, code } = answer as { number: string; code: string }
  const evaluate = async (satisfaction: string) => {
    await until('the reply on the tracking page', 30, async () => {
      const { html } = await citizen.track(number, code)
      return html.includes('name="satisfaction"') || undefined
    })
    const { status } = await citizen.evaluate(number, code, satisfaction)
    expect(status).toBe(200)
  }
  return { entry, kept: { number, code }, take, evaluate }
}
