import assert from 'node:assert/strict'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { makeBackup } from '../../../scripts/backup/make-backup.ts'
import { restoreBackup } from '../../../scripts/backup/restore-backup.ts'
import { makeRecovery } from '../../../scripts/keys/recovery.ts'
import { signInClerk, type Clerk } from '../../support/case/clerk.ts'
import { freePorts } from '../../support/machine/ports.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'

const canary = {
  name: '金丝雀甲乙',
  phone: '13987654321',
  facts: '金丝雀的事实经过，只应当由信访局打开。',
}

/** Every row of every table of an SQLite database. */
function rowsOf(path: string): Record<string, unknown[]> {
  const database = new Database(path, { readonly: true })
  const tables = database.prepare(`select name from sqlite_schema where type = 'table'`).all() as {
    name: string
  }[]
  const rows = tables.map(({ name }) => [name, database.prepare(`select * from "${name}"`).all()])
  database.close()
  return Object.fromEntries(rows) as Record<string, unknown[]>
}

/** Every file in some folders, with its bytes; databases are compared row by row. */
function filesOf(dataDir: string, folders: string[]): Map<string, string> {
  const found = folders.flatMap((folder) =>
    existsSync(join(dataDir, folder))
      ? readdirSync(join(dataDir, folder), { recursive: true, withFileTypes: true })
      : [],
  )
  const files = found.filter((entry) => entry.isFile() && !/\.db(?:-\w+)?$/.test(entry.name))
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [relative(dataDir, path), readFileSync(path, 'base64')]
    }),
  )
}

describe('a desk that is looked after', () => {
  const work = mkdtempSync(join(tmpdir(), 'portal-backup-'))
  const key = join(work, 'recovery.txt')
  const file = join(work, 'desk.backup')
  let office: RunningCms
  let clerk: Clerk
  let metrics: string
  let number: string
  const places = () => ({
    dataDir: office.dataDir,
    cmsDatabaseUrl: `sqlite:${join(office.dataDir, 'cms', 'cms.db')}`,
    mailboxUrl: `sqlite:${join(office.dataDir, 'portal', 'mailbox.db')}`,
  })

  before(async () => {
    const [port] = await freePorts(1)
    office = await startCms({ CMS_METRICS: `127.0.0.1:${port}` })
    metrics = `http://127.0.0.1:${port}/metrics`
    clerk = await signInClerk(office)
    number = await office.mailbox.file(canary)
    await clerk.wait(number, 'the case')
  })
  after(async () => {
    await office?.stop()
    rmSync(work, { recursive: true, force: true })
  })

  it('tells Prometheus how much there is to do, and of whom nothing', async () => {
    const text = await (await fetch(metrics)).text()
    assert.match(text, /^desk_cases\{program="desk"\} 1$/m)
    assert.match(text, /^desk_cases_overdue\{program="desk"\} 0$/m)
    assert.match(text, /^desk_messages_quarantined\{program="desk"\} 0$/m)
    assert.match(text, /^desk_disk_free_bytes\{program="desk"\} [1-9]/m)
    for (const secret of [...Object.values(canary), number]) assert.ok(!text.includes(secret))
    assert.equal((await fetch(metrics.replace('/metrics', '/'))).status, 404)
    assert.equal((await fetch(`${office.cms}/metrics`)).status, 404)
  })

  it('is not backed up where no recovery key could open it', async () => {
    await assert.rejects(makeBackup(places(), file), /还没有离线恢复密钥/)
    assert.deepEqual(readdirSync(work), [])
    await makeRecovery(dataLayout(office.dataDir), office.dataDir, key)
  })

  it('is backed up while petitions come in, whole, and open to nobody who has it alone', async () => {
    const filed: string[] = []
    const coming = (async () => {
      for (let nth = 0; nth < 5; nth += 1) filed.push(await office.mailbox.file(canary))
    })()
    assert.ok((await makeBackup(places(), file)) > 5)
    await coming
    const bytes = readFileSync(file)
    assert.equal(bytes.subarray(0, 18).toString(), 'age-encryption.org')
    const identity = readFileSync(dataLayout(office.dataDir).identity, 'utf8').trim().split('\n')
    for (const secret of [canary.name, canary.facts, identity.at(-1) ?? '', 'SQLite format 3']) {
      assert.ok(!bytes.includes(secret), 'something is in the clear')
    }
    const restored = join(work, 'while')
    await restoreBackup(restored, file, key)
    const database = new Database(join(restored, 'cms', 'cms.db'), { readonly: true })
    assert.equal(database.pragma('integrity_check', { simple: true }), 'ok')
    database.close()
    assert.deepEqual(
      readdirSync(office.dataDir).filter((name) => name.startsWith('.')),
      [],
    )
  })

  it('refuses a backup that is cut, changed, or another key’s, and leaves no trace of it', async () => {
    const bytes = readFileSync(file)
    const changed = Buffer.from(bytes)
    changed[bytes.length >> 1] = (changed[bytes.length >> 1] ?? 0) ^ 1
    const bad = join(work, 'bad')
    const target = join(work, 'refused')
    for (const part of [
      bytes.subarray(0, 40),
      bytes.subarray(0, -1),
      bytes.subarray(0, -70_000),
      changed,
    ]) {
      writeFileSync(bad, part)
      await assert.rejects(restoreBackup(target, bad, key), /没有恢复/)
      assert.ok(!existsSync(target))
    }
    const own = dataLayout(office.dataDir).identity
    await assert.rejects(restoreBackup(target, file, own), /没有恢复/)
    await assert.rejects(restoreBackup(office.dataDir, file, key), /已经有东西/)
    await assert.rejects(makeBackup(places(), join(work, 'no', 'where')), /写不进去/)
    assert.deepEqual(
      readdirSync(work).filter((name) => name.startsWith('.')),
      [],
    )
  })

  it('has every row and every file back, and goes on with them', async () => {
    const last = join(work, 'last.backup')
    const restored = join(work, 'restored')
    const folders = ['keys', 'cms/public', 'cms/attachments', 'portal', 'snapshot']
    await office.restart(async () => {
      const { dataDir } = office
      await makeBackup(places(), last)
      await restoreBackup(restored, last, key)
      const database = join('cms', 'cms.db')
      assert.deepEqual(rowsOf(join(restored, database)), rowsOf(join(dataDir, database)))
      assert.deepEqual(filesOf(restored, folders), filesOf(dataDir, folders))
      for (const name of readdirSync(dataDir)) {
        if (name !== 'content') rmSync(join(dataDir, name), { recursive: true })
      }
      cpSync(restored, dataDir, { recursive: true })
    })
    clerk = await signInClerk(office)
    const entry = await clerk.wait(number, 'the case')
    const { body } = await clerk.call('GET', `/desk/cases/${entry.documentId}/page`)
    assert.ok(JSON.stringify(body).includes(canary.facts))
  })
})
