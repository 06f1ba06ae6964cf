import assert from 'node:assert/strict'
import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { openMailbox } from '../../site/src/petition/mailbox/open.ts'
import { Unavailable } from '../../site/src/petition/failures.ts'
import { formKey, readReceipt, visibleText } from '../support/portal/citizen.ts'
import { story } from '../support/portal/stories.ts'
import { mountSmallDisk } from '../support/machine/full-disk.ts'
import { startIntake } from '../support/portal/intake.ts'
import { sealedPetition } from '../support/portal/sealed.ts'

const disks = [mountSmallDisk(800), mountSmallDisk(2_000)] as const
after(() => disks.forEach((disk) => disk?.remove()))
const skip = disks.every(Boolean) ? false : '没有挂载小磁盘的权限'

it(
  'says that the disk is full, keeps what it had, and takes petitions again when there is room (3)',
  { skip },
  async () => {
    const { path } = disks[0] ?? assert.fail()
    const ballast = join(path, 'ballast')
    writeFileSync(ballast, Buffer.alloc(200_000))
    const mailbox = await openMailbox(`sqlite:${join(path, 'mailbox.db')}`)
    const kept: string[] = []
    let fault: unknown
    while (!fault) {
      const { receipt, message } = sealedPetition({}, 4_000)
      await mailbox.file(receipt, message).then(
        () => kept.push(receipt.number),
        (error: unknown) => (fault = error),
      )
    }
    assert.ok(fault instanceof Unavailable)
    assert.equal(fault.reason, 'full')
    assert.ok(kept.length > 0)

    rmSync(ballast)
    const { receipt, message } = sealedPetition()
    assert.deepEqual(await mailbox.file(receipt, message), { kind: 'filed' })
    for (const number of kept) assert.equal((await mailbox.receipt(number))?.number, number)
    await mailbox.close()
  },
)

it(
  'tells the citizen so with what was typed, shows no receipt, and takes the same form later (3)',
  { skip },
  async (t) => {
    const { path } = disks[1] ?? assert.fail()
    const intake = await startIntake({ MAILBOX_URL: `sqlite:${join(path, 'mailbox.db')}` })
    t.after(intake.stop)
    const { citizen, bureau } = intake
    const before = await intake.file()
    const ballast = join(path, 'ballast')
    fill(ballast)

    // What is left in the files that are already there may still hold a few.
    let key = await citizen.openForm()
    let page = await citizen.file({ ...story, key })
    for (let more = 0; page.status === 200 && more < 500; more += 1) {
      key = await citizen.openForm()
      page = await citizen.file({ ...story, key })
    }
    assert.equal(page.status, 503)
    assert.ok(Number(page.headers.get('retry-after')) > 0)
    assert.match(visibleText(page), /没有收下|没有收到|没能收下|暂时/)
    assert.throws(() => readReceipt(page), /no receipt/)
    for (const typed of [story.title, story.name, story.phone, story.address, '找过劳动监察']) {
      assert.ok(page.html.includes(typed), typed)
    }
    assert.equal(formKey(page.html), key)
    const data = await citizen.fileAsData({ ...story, key })
    assert.deepEqual([data.status, data.answer.kind], [503, 'unavailable'])
    assert.equal((await citizen.open('/')).status, 200)
    assert.equal((await citizen.track(before.number, before.code)).status, 200)

    rmSync(ballast)
    const receipt = readReceipt(await citizen.file({ ...story, key }))
    assert.equal((await bureau.petitions(receipt.number.replaceAll(' ', ''))).length, 1)
  },
)

/** Writes until nothing more fits. */
function fill(path: string): void {
  for (const size of [65_536, 4_096, 512]) {
    try {
      for (;;) appendFileSync(path, Buffer.alloc(size))
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC')
    }
  }
}
