import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { refusal } from '../../../cms/src/casework/vault/filter-conditions.ts'
import { signInClerk, type Clerk } from '../../support/case/clerk.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { collection, signIn } from '../../support/desk/staff.ts'

type View = { number: string; viewer: string; act: string; asked: string | null; found: number }

describe('looking for cases', () => {
  let office: RunningCms
  let clerk: Clerk
  let lamp: string
  let wages: string
  let plain: string

  before(async () => {
    office = await startCms()
    clerk = await signInClerk(office)
    lamp = await office.mailbox.file({
      name: '古丽·热合曼',
      phone: '13612345670',
      title: '柳岸社区路灯长期不亮',
    })
    wages = await office.mailbox.file({
      name: '王小二',
      phone: '13712345671',
      title: '工地拖欠工资',
      facts: '在ＡＢＣ工地做木工，路灯下等了 3 个月，工资没有发。',
    })
    plain = await office.mailbox.file({ name: '张三丰', phone: '01062345678' })
    await clerk.wait(plain, 'the last case')
  })
  after(() => office?.stop())

  const ask = async (query: string) => {
    const { status, body } = await clerk.call('GET', `${collection('case')}?${query}`)
    const { results, pagination, error } = body as {
      results?: { number: string }[]
      pagination?: { total: number }
      error?: { message: string }
    }
    const numbers = (results ?? []).map(({ number }) => number).sort()
    return { status, numbers, total: pagination?.total, error: error?.message }
  }
  const search = (words: string) => ask(`_q=${encodeURIComponent(words)}`)
  const views = () => {
    const database = new Database(join(office.dataDir, 'cms', 'cms.db'), { readonly: true })
    const rows = database.prepare('select * from case_views order by id').all() as View[]
    database.close()
    return rows
  }

  it('finds a receipt number as it is printed, typed or pasted', async () => {
    const grouped = lamp.replace(/(\d{4})(?=\d)/g, '$1 ')
    const wide = [...lamp]
      .map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      .join('')
    for (const written of [
      lamp,
      grouped,
      grouped.replaceAll(' ', '-'),
      ` ${grouped}\u3000`,
      wide,
    ]) {
      const { numbers, total } = await search(written)
      assert.deepEqual(numbers, [lamp], written)
      assert.equal(total, 1)
    }
    assert.deepEqual((await search(lamp.slice(3, 12))).numbers, [lamp])
  })

  it('finds names, telephone numbers and words of the text', async () => {
    for (const [words, ...found] of [
      ['古丽·热合曼', lamp],
      ['古丽热合曼', lamp],
      ['13712345671', wages],
      ['137 1234 5671', wages],
      ['010-62345678', plain],
      ['拖欠工资', wages],
      ['木工 工资', wages],
      ['abc 木工', wages],
      ['路灯', lamp, wages, plain],
      ['路灯 王小二', wages],
      ['没有这样的话'],
      ['sealed'],
      ['%'],
      ['_'],
    ] as [string, ...string[]][]) {
      const { status, numbers, total } = await search(words)
      assert.equal(status, 200)
      assert.deepEqual(numbers, found.sort(), words)
      assert.equal(total, found.length)
    }
  })

  it('filters by nothing that says who filed, and by no words', async () => {
    const filter = (condition: string, value: string) =>
      ask(`filters[$and][0]${condition}=${encodeURIComponent(value)}`)
    const all = [lamp, wages, plain].sort()
    for (const [condition, value] of [
      ['[petitionerName][$eq]', '王小二'],
      ['[petitionerPhone][$eq]', '137-1234-5671'],
      ['[petitionerName][$eq]', '王小'],
      ['[petitionerName][$startsWith]', '王'],
      ['[petitionerName][$startsWith]', 'sealed'],
      ['[petitionerName][$containsi]', '王'],
      ['[petitionerName][$ne]', '王小二'],
      ['[petitionerName][$gt]', 'a'],
      ['[petitionerPhone][$endsWith]', '71'],
      ['[petitionerIdNumber][$notNull]', 'true'],
      ['[representatives][$null]', 'true'],
    ] as const) {
      const { status, numbers } = await filter(condition, value)
      // Refused, or left out of the question.
      assert.deepEqual(numbers, status === 400 ? [] : all, condition)
    }
    for (const [condition, value] of [
      ['[title][$contains]', '工资'],
      ['[facts][$eq]', '工资'],
      ['[$or][0][$not][request][$contains]', '工资'],
    ] as const) {
      const { status, error, numbers } = await filter(condition, value)
      assert.deepEqual([status, error, numbers], [400, refusal, []], condition)
    }
    for (const order of ['title:asc', 'facts:asc']) {
      const { status, error } = await ask(`sort=${order}`)
      assert.deepEqual([status, error], [400, refusal], order)
    }
    assert.equal((await ask('sort=petitionerName:desc')).status, 400)
    assert.equal((await ask('sort=number:asc')).status, 200)
    const key = await ask('filters[petitionerNameKey][$contains]=a')
    assert.equal(key.total ?? 3, 3, 'it is refused, or left out of the question')
  })

  it('offers no sorting of what it cannot sort', async () => {
    const { body } = await clerk.call(
      'GET',
      '/content-manager/content-types/api::case.case/configuration',
    )
    const { data } = body as {
      data: { contentType: { metadatas: Record<string, { list: { sortable: boolean } }> } }
    }
    const { metadatas } = data.contentType
    assert.equal(metadatas.title?.list.sortable, false)
    assert.equal(metadatas.petitionerName, undefined)
    assert.equal(metadatas.receivedAt?.list.sortable, true)
  })

  it('leaves a trace of each list, search and export, without what was looked for', async () => {
    const before = views().length
    await search('王小二')
    await search(lamp)
    await search('13612345670')
    await ask('filters[$and][0][state][$eq]=x')
    await ask('page=1')
    await clerk.call('GET', '/desk/cases/due')
    await clerk.fetch('/desk/cases/export.csv')
    const administrator = await signIn(office, 'administrator')
    await administrator.call('GET', `${collection('case')}?page=1`)
    const rows = views().slice(before)
    assert.deepEqual(
      rows.map(({ act, asked, found }) => [act, asked, found]),
      [
        ['搜索', '搜索文字（3 个字）', 1],
        ['搜索', '搜索查询编号', 1],
        ['搜索', '搜索号码', 1],
        ['查看列表', '按办理状态筛选', 0],
        ['查看列表', '全部', 3],
        ['查看期限', '最近的期限', 3],
        ['导出', '全部', 3],
        ['查看列表', '全部', 3],
      ],
    )
    assert.ok(rows.every(({ number }) => number === '全部办件'))
    assert.equal(rows.at(-1)?.viewer, 'administrator@petition.example')
    assert.doesNotMatch(JSON.stringify(rows), /王小二|13612345670/)
  })

  it('shows a unit what is its own, however it searches', async () => {
    const unit = '区城市管理和综合执法局'
    const mine = await clerk.wait(lamp, 'the case')
    await clerk.take(mine, { kind: 'register' }, { kind: 'refer', unit })
    const own = await signIn(office, 'unit-clerk')
    const { status, body } = await own.call('GET', `${collection('case')}?_q=路灯`)
    assert.equal(status, 200)
    const { results } = body as { results: { number: string }[] }
    assert.deepEqual(
      results.map(({ number }) => number),
      [lamp],
    )
    assert.equal(views().at(-1)?.asked, '搜索文字（2 个字）')
  })
})
