import assert from 'node:assert/strict'
import type { CaseFacts } from '../../../cms/src/casework/rules/petitioner/status.ts'
import type { RunningCms } from '../desk/cms.ts'
import { collection, signIn, type Staff } from '../desk/staff.ts'
import { until } from '../machine/until.ts'

/** A case as the content manager gives it. */
export type CaseEntry = {
  documentId: string
  number: string
  state: string
  steps: CaseFacts['steps']
  attachments: { id: string; name: string; state: string }[]
  laterMessages: { kind: string; text: string; attachments: string[] }[]
  pushed: boolean
  [field: string]: unknown
}

/** The bureau's case staff, with the calls that tests of cases make. */
export type Clerk = Staff & {
  find(number: string): Promise<CaseEntry | undefined>
  /** Waits until the case is there and is as `ready` says. */
  wait(number: string, what: string, ready?: (entry: CaseEntry) => boolean): Promise<CaseEntry>
  /** Takes steps, each of which must succeed. */
  take(entry: Pick<CaseEntry, 'documentId'>, ...steps: object[]): Promise<void>
}

/** Signs in as one of the bureau's case staff. */
export async function signInClerk(cms: Pick<RunningCms, 'cms' | 'logins'>): Promise<Clerk> {
  const staff = await signIn(cms, 'case-clerk')
  const find = async (number: string) => {
    const { body } = await staff.call('GET', `${collection('case')}?filters[number][$eq]=${number}`)
    return (body as { results: CaseEntry[] }).results[0]
  }
  return {
    ...staff,
    find,
    wait: (number, what, ready = () => true) =>
      until(what, 30, async () => {
        const entry = await find(number)
        return entry && ready(entry) ? entry : undefined
      }),
    async take({ documentId }, ...steps) {
      for (const step of steps) {
        const { status, body } = await staff.call('POST', `/desk/cases/${documentId}/actions`, step)
        assert.equal(status, 200, JSON.stringify(body))
      }
    },
  }
}
