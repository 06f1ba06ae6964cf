import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import pg from 'pg'
import { dataLayout } from '../../../content/schema/operation/data-layout.ts'
import { collection, signIn } from '../../support/desk/staff.ts'
import { install, root, type Installation } from '../../support/machine/installation.ts'
import { startPostgres, type Postgres } from '../../support/machine/postgres.ts'
import { until } from '../../support/machine/until.ts'
import { createCitizen } from '../../support/portal/citizen.ts'
import { lampStory } from '../../support/portal/stories.ts'

type Receipt = { number: string; code: string }

describe('from SQLite to PostgreSQL', () => {
  let installation: Installation
  let postgres: Postgres
  let settings: { CMS_DATABASE_URL: string; MAILBOX_URL: string }
  let receipt: Receipt
  let databases: { desk: string; mailbox: string }

  const ask = async (url: string, statement: string) => {
    const client = new pg.Client(url)
    await client.connect()
    try {
      return (await client.query(statement)).rows as Record<string, unknown>[]
    } finally {
      await client.end()
    }
  }
  /** Runs a command of the project with the new databases. */
  const run = async (name: string, ...args: string[]) => {
    const child = spawn(process.execPath, [join(root, 'scripts', 'run.mjs'), name, ...args], {
      cwd: root,
      env: { ...process.env, DATA_DIR: installation.dataDir, ...settings },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    }
    const code = await new Promise((resolve) => child.once('close', resolve))
    return { code, said }
  }
  const query = () => `?filters[number][$eq]=${receipt.number}`
  const seesCase = () =>
    until('the case', 60, async () => {
      const clerk = await signIn(installation, 'case-clerk')
      const { body } = await clerk.call('GET', `${collection('case')}${query()}`)
      const [row] = (body as { results: { documentId: string; state: string }[] }).results
      return row && { clerk, row }
    })

  before(async () => {
    postgres = (await startPostgres()) ?? assert.fail('there is no PostgreSQL')
    await ask(postgres.url, 'create database desk')
    await ask(postgres.url, 'create database mailbox')
    const named = (name: string) => postgres.url.replace(/\/postgres$/, `/${name}`)
    settings = { CMS_DATABASE_URL: named('desk'), MAILBOX_URL: named('mailbox') }
    installation = await install()
    const { cmsDatabase: desk, mailboxDatabase: mailbox } = dataLayout(installation.dataDir)
    databases = { desk, mailbox }
    const citizen = createCitizen(installation.portal)
    const filed = await citizen.fileAsData({ ...lampStory, key: await citizen.openForm() })
    receipt = filed.answer as Receipt
    await seesCase()
  })
  after(async () => {
    await installation?.stop()
    await postgres?.stop()
  })

  it('is refused while desk and portal run, and nothing is made meanwhile', async () => {
    const { code, said } = await run('migrate')
    assert.equal(code, 1)
    assert.match(said, /正在使用：请先停止门户和管理后台/)
    const tables = await ask(
      settings.CMS_DATABASE_URL,
      'select * from pg_tables where schemaname = current_schema()',
    )
    assert.deepEqual(tables, [])
  })

  it('stops at a value that has no place there, and what was begun is not started with', async () => {
    const change = (to: (name: string) => string) => {
      const database = new Database(databases.desk)
      const row = database.prepare('select id, name from topics order by id limit 1').get()
      const { id, name } = row as { id: number; name: string }
      database.prepare('update topics set name = ? where id = ?').run(to(name), id)
      database.close()
    }
    await assert.rejects(
      installation.restart(async () => {
        change((name) => `${name}\0末尾`)
        const { code, said } = await run('migrate')
        assert.equal(code, 1)
        assert.match(said, /表 topics 编号 \d+ 的 name 不能存进 PostgreSQL，没有迁移。/)
        assert.ok(!said.includes('末尾'), 'what stands in the row is not said')
        change((name) => name.replace('\0末尾', ''))
      }, settings),
      /数据却还在 .+cms\.db：请先运行 npm run migrate/,
    )
    // Neither is it by whoever thinks that the old files are not needed any more.
    const away = [databases.desk, databases.mailbox]
    await assert.rejects(
      installation.restart(async () => {
        for (const path of away) await rename(path, `${path}.away`)
      }),
      /迁移到 PostgreSQL 没有做完[^]*再运行一次 npm run migrate/,
    )
    for (const path of away) await rename(`${path}.away`, path)
  })

  it('moves every row, and the desk and the portal go on with them', async () => {
    await installation.restart(async () => {
      const { code, said } = await run('migrate')
      assert.equal(code, 0, said)
      assert.match(said, /管理后台的数据库：搬了 \d{4,} 行，逐行核对无误/)
      assert.match(said, /门户的信箱：搬了 \d+ 行/)
    }, settings)
    const { clerk, row } = await seesCase()
    assert.equal(row.state, '已收到，待登记')
    const path = `/desk/cases/${row.documentId}`
    const who = await clerk.call('POST', `${path}/petitioner`, {})
    assert.ok(JSON.stringify(who.body).includes(lampStory.name))
    const step = await clerk.call('POST', `${path}/actions`, { kind: 'register' })
    assert.equal(step.status, 200, JSON.stringify(step.body))
    const citizen = createCitizen(installation.portal)
    await until('the new state', 60, async () => {
      const { html } = await citizen.track(receipt.number, receipt.code)
      return html.includes('已登记') || undefined
    })
    // Its numbers go on where SQLite ended.
    const filed = await citizen.fileAsData({ ...lampStory, key: await citizen.openForm() })
    assert.equal(filed.status, 200)
    const verified = await run('verify', 'cases')
    assert.equal(verified.code, 0, verified.said)
  })

  it('a second time has nothing to move', async () => {
    const { code, said } = await run('migrate')
    assert.equal(code, 0, said)
    assert.match(said, /管理后台的数据库：没有要搬的/)
  })

  it('is refused where the new database has data of its own', async () => {
    const database = new Database(databases.desk)
    database.exec('drop table finished_move')
    database.close()
    const { code, said } = await run('migrate')
    assert.equal(code, 1)
    assert.match(said, /新的数据库里已经有数据/)
  })

  it('the old database is not gone on with', async () => {
    await assert.rejects(
      installation.restart(undefined, {
        CMS_DATABASE_URL: '',
        MAILBOX_URL: '',
      }),
      /已经迁移到 PostgreSQL，不再使用/,
    )
  })
})
