import { createSecretKey } from 'node:crypto'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataLayout } from '../../../content/schema/operation/data-layout.ts'
import { newIdempotencyKey } from '../../../site/src/petition/submit/idempotency-key.ts'
import { openMailbox } from '../../../site/src/petition/mailbox/open.ts'
import { keyLines } from '../../../content/schema/operation/key-lines.ts'
import { createSeal } from '../../../site/src/petition/seal.ts'
import { createSubmit } from '../../../site/src/petition/submit/submit.ts'
import { story } from './stories.ts'
import { readPepper } from './proof.ts'

/** A petition of the backlog as its citizen knows it. */
export type Uncollected = { number: string; code: string; receivedAt: Date }

const choices = {
  categories: new Set(['claim'] as const),
  topics: new Set([story.topic]),
  ways: new Set<never>(),
  regions: new Set([story.region]),
}

/**
 * Files petitions into the mailbox of a data folder by the portal's own parts, each at its moment:
 * the portal's clock cannot be set back.
 * @param recipients whom they are sealed to; the office, unless others are given
 */
export async function fileBacklog(
  dataDir: string,
  moments: readonly Date[],
  recipients = keyLines(readFileSync(dataLayout(dataDir).recipients, 'utf8')),
): Promise<Uncollected[]> {
  const mailbox = await openMailbox(`sqlite:${join(dataDir, 'portal', 'mailbox.db')}`)
  let moment = new Date()
  const submit = createSubmit({
    mailbox,
    attachments: { ready: async () => ({ ok: true, attachments: [] }) },
    seal: createSeal(recipients),
    drafts: { forget: async () => {} },
    spent: { isFiled: async () => false },
    pepper: createSecretKey(readPepper(dataDir)),
    now: () => moment,
  })
  const filed: Uncollected[] = []
  for (const each of moments) {
    moment = each
    const receipt = await submit(story, newIdempotencyKey(), choices)
    assert.ok(receipt.kind === 'receipt')
    filed.push({ number: receipt.number, code: receipt.code, receivedAt: each })
  }
  await mailbox.close()
  return filed
}
