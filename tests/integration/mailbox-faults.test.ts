import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import Database from 'better-sqlite3'
import { openMailbox } from '../../site/src/petition/mailbox/open.ts'
import { newReceiptNumber } from '../../site/src/petition/receipt-number.ts'
import { Unavailable } from '../../site/src/petition/unavailable.ts'

const directory = mkdtempSync(join(tmpdir(), 'portal-mailbox-faults-'))
after(() => rmSync(directory, { recursive: true, force: true }))

it('waits a bounded time for a locked mailbox, lets the process go on meanwhile, then recovers', async () => {
  const path = join(directory, 'locked.db')
  const mailbox = await openMailbox(`sqlite:${path}`)
  const other = new Database(path)
  other.exec('begin exclusive')

  let turns = 0
  const ticker = setInterval(() => (turns += 1), 5)
  await assert.rejects(mailbox.file(...petition()), (error: unknown) => {
    assert.ok(error instanceof Unavailable)
    assert.equal(error.reason, 'locked')
    return true
  })
  clearInterval(ticker)
  // A process that stood still while it waited would have had no turn at all.
  assert.ok(turns > 20, `the process had ${turns} turns`)

  other.exec('rollback')
  other.close()
  assert.deepEqual(await mailbox.file(...petition()), { kind: 'filed' })
  await mailbox.close()
})

const smallDisk = mountSmallDisk()
it(
  'says that the disk is full, keeps what it had, and takes petitions again when there is room',
  { skip: smallDisk ? false : '没有挂载小磁盘的权限' },
  async () => {
    const disk = smallDisk ?? assert.fail()
    after(() => execFileSync('umount', ['--lazy', disk]))
    const ballast = join(disk, 'ballast')
    writeFileSync(ballast, Buffer.alloc(200_000))
    const mailbox = await openMailbox(`sqlite:${join(disk, 'mailbox.db')}`)
    const kept: string[] = []
    let fault: unknown
    while (!fault) {
      const [receipt, message] = petition()
      await mailbox.file(receipt, message).then(
        () => kept.push(receipt.number),
        (error: unknown) => (fault = error),
      )
    }
    assert.ok(fault instanceof Unavailable)
    assert.equal(fault.reason, 'full')
    assert.ok(kept.length > 0)

    rmSync(ballast)
    assert.deepEqual(await mailbox.file(...petition()), { kind: 'filed' })
    for (const number of kept) assert.equal((await mailbox.receipt(number))?.number, number)
    await mailbox.close()
  },
)

function mountSmallDisk(): string | null {
  const place = join(directory, 'disk')
  mkdirSync(place)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', place], { stdio: 'ignore' })
    return place
  } catch {
    return null
  }
}

function petition() {
  const number = newReceiptNumber((from) => randomInt(from, 10))
  const createdAt = new Date()
  return [
    {
      number,
      keyHash: randomBytes(32),
      bodyHash: randomBytes(32),
      early: { salt: randomBytes(16), verifier: randomBytes(32) },
      createdAt,
    },
    { id: randomUUID(), number, sealed: randomBytes(4_000), receivedAt: createdAt },
  ] as const
}
