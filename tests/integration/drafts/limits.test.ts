import assert from 'node:assert/strict'
import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import type { TestContext } from 'node:test'
import { createDrafts } from '../../../site/src/petition/drafts/drafts.ts'
import { newIdempotencyKey } from '../../../site/src/petition/submit/idempotency-key.ts'
import { openBackend } from '../../../site/src/petition/mailbox/open.ts'
import { createDraftStore } from '../../../site/src/petition/mailbox/drafts.ts'
import { limitDrafts } from '../../../site/src/server/limits/limited-drafts.ts'
import { limitTable } from '../../../site/src/server/limits/limit-table.ts'
import { createLimits } from '../../../site/src/server/limits/limits.ts'

const three = { steady: [1, 600], burst: [2, 600] } as const
const six = { steady: [1, 600], burst: [5, 600] } as const
const narrow = {
  ...limitTable,
  resuming: { perAddress: three, global: six },
  draftSaving: { perAddress: three, global: six },
}

/** Drafts under limits of three for an address and six for all. */
async function open(context: TestContext) {
  const directory = mkdtempSync(join(tmpdir(), 'portal-drafts-'))
  const backend = await openBackend(`sqlite:${join(directory, 'mailbox.db')}`)
  context.after(async () => {
    await backend.db.destroy()
    rmSync(directory, { recursive: true, force: true })
  })
  const parts = { store: createDraftStore(backend), pepper: createSecretKey(randomBytes(32)) }
  const drafts = createDrafts({ ...parts, now: () => new Date() })
  const limits = createLimits(narrow)
  return { drafts, at: (address: string) => limitDrafts(drafts, limits, address) }
}
const story = { title: '柳岸社区路灯长期不亮' }

it('bounds savings by address and for all, and says how long to wait', async (context) => {
  const { at } = await open(context)
  const save = async (address: string) => (await at(address).save(story, newIdempotencyKey())).kind
  for (const address of ['a', 'b']) {
    for (let count = 0; count < 3; count += 1) assert.equal(await save(address), 'saved')
  }
  assert.equal(await save('a'), 'limited')
  const limited = await at('c').save(story, newIdempotencyKey())
  assert.ok(limited.kind === 'limited' && limited.retryAfter > 0)
})

it('bounds wrong codes, tried for opening or for wiping, but never counts a right one', async (context) => {
  const { drafts, at } = await open(context)
  const saving = await drafts.save(story, newIdempotencyKey())
  assert.ok(saving.kind === 'saved')
  const owner = at('owner')
  for (let count = 0; count < 10; count += 1) {
    assert.equal((await owner.resume(saving.code)).kind, 'resumed')
  }
  const stranger = at('stranger')
  assert.equal((await stranger.resume('A'.repeat(16))).kind, 'not-found')
  assert.equal((await stranger.wipe('C'.repeat(16))).kind, 'not-found')
  assert.equal((await stranger.resume('D'.repeat(16))).kind, 'not-found')
  assert.equal((await stranger.wipe('E'.repeat(16))).kind, 'limited')
  assert.equal((await owner.wipe(saving.code)).kind, 'wiped')
})
