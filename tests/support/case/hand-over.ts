import assert from 'node:assert/strict'
import {
  handOverFile,
  type HandOverRequest,
  type HandOverTicket,
} from '../../../cms/src/contracts/cases/hand-over.ts'
import type { RunningCms } from '../desk/cms.ts'
import type { Staff } from '../desk/staff.ts'

/** Fetches the file of a ticket as the browser does by itself, without any session. */
export function fetchHanded({ cms }: Pick<RunningCms, 'cms'>, ticket: string): Promise<Response> {
  return fetch(cms + handOverFile.address, {
    method: 'POST',
    body: new URLSearchParams({ [handOverFile.field]: ticket }),
  })
}

/** Hands cases over, which must succeed. @returns the bytes of the file, and the answer that they came with */
export async function handOverCases(
  office: Pick<RunningCms, 'cms'>,
  staff: Staff,
  asked: Partial<HandOverRequest>,
) {
  const whole = { format: 'json', question: { tab: 'all' }, cases: null, reason: '移交上级系统' }
  const { status, body } = await staff.call('POST', '/desk/cases/hand-over', { ...whole, ...asked })
  assert.equal(status, 200, JSON.stringify(body))
  const { ticket, found, name } = body as HandOverTicket
  const answer = await fetchHanded(office, ticket)
  assert.equal(answer.status, 200)
  return { ticket, found, name, answer, bytes: Buffer.from(await answer.arrayBuffer()) }
}
