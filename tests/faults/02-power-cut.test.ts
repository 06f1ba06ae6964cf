import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { openBackend, openMailbox } from '../../site/src/petition/mailbox/open.ts'
import { createCitizen } from '../support/portal/citizen.ts'
import { story } from '../support/portal/stories.ts'
import { openSealed } from '../support/portal/bureau.ts'
import { mountImageDisk } from '../support/machine/full-disk.ts'
import { createDataDir, pointTo, startPortal } from '../support/portal/portal.ts'
import { startPostgres } from '../support/machine/postgres.ts'
import { proofMaker, readPepper } from '../support/portal/proof.ts'
import { sealedPetition } from '../support/portal/sealed.ts'
import { buildSite } from '../support/release/site-release.ts'

const directory = mkdtempSync(join(tmpdir(), 'portal-power-'))
after(() => rmSync(directory, { recursive: true, force: true }))
const postgres = await startPostgres()
after(() => postgres?.stop())

const ask = async (url: string, settings: string[], command: string) => {
  const backend = await openBackend(url)
  const answers = []
  for (const setting of settings) {
    const { rows } = await sql.raw<object>(`${command} ${setting}`).execute(backend.db)
    answers.push(...rows.flatMap((row) => Object.values(row)))
  }
  await backend.db.destroy()
  return answers
}

describe('what the portal asks of its database (2)', () => {
  it('is a commit on the disk itself in SQLite', async () => {
    const url = `sqlite:${join(directory, 'settings.db')}`
    assert.deepEqual(await ask(url, ['journal_mode', 'synchronous'], 'pragma'), ['wal', 2])
  })

  it(
    'is a commit on the disk itself in PostgreSQL',
    { skip: postgres ? false : '没有 PostgreSQL' },
    async () => {
      const settings = ['fsync', 'synchronous_commit', 'full_page_writes']
      assert.deepEqual(await ask(postgres?.url ?? '', settings, 'show'), ['on', 'on', 'on'])
    },
  )

  // What the process has handed to the system; whether the system has handed it to the disk, only
  // the test below tells.
  it('is out of the process when the filing is told: a copy of the files has it', async () => {
    const path = join(directory, 'mailbox.db')
    const mailbox = await openMailbox(`sqlite:${path}`)
    const { receipt, message } = sealedPetition()
    await mailbox.file(receipt, message)
    const copy = join(directory, 'copy.db')
    for (const end of ['', '-wal']) copyFileSync(path + end, copy + end)
    await mailbox.close()
    const found = await openMailbox(`sqlite:${copy}`)
    assert.equal((await found.receipt(receipt.number))?.number, receipt.number)
    await found.close()
  })
})

const disk = mountImageDisk()
/**
 * The portal's data lies on a file system in a file. At the moment of an answer that file is copied
 * and mounted elsewhere: what the system had only in memory is missing there, as after a power cut. It does
 * not show whether a real disk keeps its word about what it was told to write through.
 */
it(
  'has every petition on the disk whose receipt was shown when the power goes (2)',
  { skip: disk ? false : '没有挂载磁盘的权限' },
  async (t) => {
    const { path, cutPower, remove } = disk ?? assert.fail()
    t.after(remove)
    const release = await buildSite()
    t.after(release.remove)
    const data = await createDataDir()
    t.after(data.remove)
    pointTo(data.path, release.folder)
    const portal = await startPortal(data.path, {
      MAILBOX_URL: `sqlite:${join(path, 'mailbox.db')}`,
    })
    const citizen = createCitizen(portal.url, proofMaker(readPepper(data.path)))
    const shown = new Map<string, string>()
    let going = true
    const file = async (title: string) => {
      const key = await citizen.openForm()
      const { status, answer } = await citizen.fileAsData({ ...story, title, key })
      assert.equal(status, 200)
      shown.set(answer.number, title)
    }
    const others = (async () => {
      for (let count = 0; going; count += 1) await file(`别人的第 ${count} 件`)
    })()

    const cuts: { found: string; due: [string, string][] }[] = []
    for (let count = 0; count < 12; count += 1) {
      // Not handed to the disk: it shows that the copy holds nothing of the system's memory.
      writeFileSync(join(path, `note-${count}`), 'in memory only')
      await file(`断电前的第 ${count} 件`)
      const due = [...shown]
      cuts.push({ found: cutPower(), due })
    }
    going = false
    await others
    await portal.stop()

    for (const [count, { found, due }] of cuts.entries()) {
      const note = () => readFileSync(join(found, `note-${count}`), 'utf8')
      assert.ok(!isThere(note), 'the copy holds what was only in memory')
      const mailbox = await openMailbox(`sqlite:${join(found, 'mailbox.db')}`)
      const titles = new Map<string, string>()
      for (const { number, sealed } of await mailbox.messagesAfter(0, 200)) {
        const opened = await openSealed(sealed, data.identity)
        if (opened.kind === 'petition') titles.set(number, opened.petition.title)
      }
      for (const [number, title] of due) assert.equal(titles.get(number), title)
      await mailbox.close()
    }
    t.diagnostic(`${cuts.length} cuts, ${cuts.at(-1)?.due.length} receipts shown before the last`)
  },
)

/** Whether the note was written whole. */
function isThere(read: () => string): boolean {
  try {
    return read() === 'in memory only'
  } catch {
    return false
  }
}
