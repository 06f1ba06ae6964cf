import type { ServerResponse } from 'node:http'
import type { Mailbox } from '../../petition/ports.ts'
import type { Release } from '../releases/release.ts'

/** `GET /healthz`: 200 while there is a release to show and the mailbox can be read, else 503. */
export async function answerHealth(
  response: ServerResponse,
  release: Release | null,
  mailbox: Mailbox,
): Promise<void> {
  const reachable = await mailbox.check().then(
    () => true,
    () => false,
  )
  const ok = release !== null && reachable
  response.statusCode = ok ? 200 : 503
  response.setHeader('Content-Type', 'application/json')
  response.setHeader('Cache-Control', 'no-store')
  response.end(
    JSON.stringify({
      status: ok ? 'ok' : 'unavailable',
      release: release?.id ?? null,
      mailbox: reachable ? 'ok' : 'unavailable',
    }),
  )
}
