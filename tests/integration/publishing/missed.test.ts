import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { fixedPages } from '../../../content/schema/entries/fixed-page.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import {
  deskOf,
  essay,
  openPublicityDesk,
  type PublicityDesk,
} from '../../support/desk/publicity.ts'
import { find, open, pages, post, read, refused, view } from '../../support/desk/missed-queries.ts'
import { collection, signIn, type Staff } from '../../support/desk/staff.ts'

let office: RunningCms
let desk: PublicityDesk
before(async () => {
  office = await startCms()
  desk = await openPublicityDesk(office)
})
after(() => office?.stop())

const guide = (slug: string, title: string) => ({
  ...{ title, slug, summary: '一句话。', body: '第一句话。', group: '怎样提出', order: 1 },
  ...{ source: '本局', demonstration: true },
})

describe('what was sought and not found, at the desk', () => {
  it('is shown to publicity staff with what each may do; to case staff it is not', async () => {
    const day = '2026-11-20'
    for (const [nth, query] of [
      '讨薪',
      '查查办到哪了',
      '养老钱没到',
      '瞎打的字',
      '电梯',
    ].entries()) {
      office.mailbox.missed.push({ query, count: 30 - nth, lastDay: day })
    }
    const seen = await view(desk.author)
    assert.equal(seen.state, 'on')
    assert.deepEqual(
      await open(desk.author),
      office.mailbox.missed.map(({ query }) => query),
    )
    assert.deepEqual(seen.may, { choose: false, begin: false, phrase: true, guide: true })
    const all = { choose: true, begin: true, phrase: true, guide: true }
    assert.deepEqual((await view(desk.publisher)).may, all)
    for (const role of ['case-clerk', 'unit-clerk']) {
      const staff = await signIn(office, role)
      assert.equal((await staff.call('GET', '/desk/missed')).status, 403, role)
      assert.equal((await post(staff, 'settled', { query: '讨薪' })).status, 403, role)
    }
    assert.equal((await fetch(`${office.cms}/desk/missed`)).status, 401)
  })

  it('becomes a synonym by whoever keeps the synonyms, of a group or with another word', async () => {
    const ask = { query: '讨薪', word: '讨薪', group: { other: '拖欠工资' } }
    refused(await post(desk.author, 'synonyms', ask), 403, /您的角色不能改/)
    refused(
      await post(desk.publisher, 'synonyms', { ...ask, word: '讨 薪' }),
      400,
      /中间有空格或标点/,
    )
    refused(
      await post(desk.publisher, 'synonyms', { ...ask, group: { other: '讨薪' } }),
      400,
      /至少写两个/,
    )
    refused(await post(desk.publisher, 'synonyms', { query: '讨薪' }), 400, /刷新页面/)
    assert.equal((await post(desk.publisher, 'synonyms', ask)).status, 200)
    const { groups, dead } = await view(desk.author)
    assert.deepEqual(
      groups.map(({ words }) => words),
      [['拖欠工资', '讨薪']],
    )
    assert.ok(Array.isArray(dead))
    assert.ok(!(await open(desk.author)).includes('讨薪'))

    const group = { documentId: groups[0]?.documentId ?? '' }
    const more = { query: '讨薪', word: '要工资', group }
    const added = await post(desk.publisher, 'synonyms', more)
    assert.deepEqual(added.body, { words: ['拖欠工资', '讨薪', '要工资'] })
    assert.deepEqual((await post(desk.publisher, 'synonyms', more)).body, added.body)
    const personal = { query: 'x', word: '13900005678', group }
    refused(await post(desk.publisher, 'synonyms', personal), 400, /个人信息/)
  })

  it('becomes a 问法 of a fixed page, which is live when it is saved', async () => {
    const [target] = await find(desk.publisher, '办理进度')
    assert.equal(target?.title, fixedPages['/petition/track/'])
    assert.deepEqual(await find(desk.author, '办理进度'), [])
    const { uid = '', documentId = '' } = target ?? {}
    const ask = { query: '查查办到哪了', phrasing: '查查办到哪了', uid, documentId, article: null }
    refused(await post(desk.author, 'phrasings', ask), 403, /您的角色不能改/)
    refused(
      await post(desk.publisher, 'phrasings', { ...ask, phrasing: '字'.repeat(31) }),
      400,
      /1 到 30 个字/,
    )
    refused(
      await post(desk.publisher, 'phrasings', { ...ask, phrasing: '打13900005678问' }),
      400,
      /个人信息/,
    )
    const { status, body } = await post(desk.publisher, 'phrasings', ask)
    assert.equal(status, 200)
    assert.deepEqual(body, { live: true, title: fixedPages['/petition/track/'] })
    assert.equal((await read(desk.publisher, 'page', documentId)).phrasings, '查查办到哪了')
    assert.ok(!(await open(desk.author)).includes('查查办到哪了'))
  })

  it('becomes a 问法 of an entry’s draft, which two people publish', async () => {
    const entry = await desk.write(desk.author, 'guide', guide('old-age-money', '养老金怎样发放'))
    await desk.publish('guide', entry)
    const [target] = await find(desk.author, '养老金')
    const ask = { query: '养老钱没到', phrasing: '养老钱没到', ...target, title: undefined }
    const { status, body } = await post(desk.author, 'phrasings', ask)
    assert.equal(status, 200, JSON.stringify(body))
    assert.deepEqual(body, { live: false, title: '养老金怎样发放' })
    assert.equal((await read(desk.author, 'guide', entry)).phrasings, '养老钱没到')
    const standing = await desk.standing(desk.author, 'guide', entry)
    assert.deepEqual([standing.state, standing.live], ['draft', 1])
    assert.equal((await post(desk.author, 'phrasings', ask)).status, 200)
    assert.equal((await read(desk.author, 'guide', entry)).phrasings, '养老钱没到')
    await desk.publish('guide', entry)
    assert.deepEqual((await desk.standing(desk.author, 'guide', entry)).live, 2)
    const nowhere = { ...ask, documentId: 'aaaaaaaaaaaaaaaaaaaaaaaa' }
    refused(await post(desk.author, 'phrasings', nowhere), 400, /已经不在了/)
    const other = { ...ask, uid: 'api::case.case' }
    assert.equal((await post(desk.author, 'phrasings', other)).status, 400)
  })

  it('becomes a 问法 of one article, and changes nothing else of the regulation', async () => {
    const article = (number: number, label: string) => ({
      ...{ number, insertion: 0, label, text: `${label}的原文。`, guide: '解读。' },
    })
    const law = {
      ...{ title: '试验用条例', slug: 'trial-regulation', validity: '现行有效' },
      ...{ demonstration: true },
      divisions: [
        { level: '章', label: '第一章', title: '总则', articles: [article(1, '第一条')] },
        {
          ...{ level: '章', label: '第二章', title: '办理' },
          articles: [article(33, '第三十三条'), article(34, '第三十四条')],
        },
      ],
    }
    const entry = await desk.write(desk.author, 'regulation', law)
    const articles = async () =>
      (
        (await read(desk.author, 'regulation', entry)) as unknown as {
          divisions: { title: string; articles: { label: string; phrasings: string | null }[] }[]
        }
      ).divisions
    const before = await articles()
    for (const words of ['34条', '第三十四条', '试验用条例34条', '试验 第34条']) {
      const found = await find(desk.author, words)
      assert.deepEqual(
        found.map(({ title }) => title),
        ['试验用条例 第三十四条'],
        words,
      )
    }
    assert.deepEqual(await find(desk.author, '99条'), [])
    const [target] = await find(desk.author, '34条')
    const ask = { query: '电梯', phrasing: '多少天答复', ...target }
    const { status, body } = await post(desk.author, 'phrasings', ask)
    assert.equal(status, 200, JSON.stringify(body))
    assert.deepEqual(body, { live: false, title: '试验用条例 第三十四条' })
    const strip = (given: unknown) => JSON.stringify(given).replace(/"id":\d+,?/g, '')
    const expected = strip(before).replace(
      /("label":"第三十四条".*?"phrasings":)null/,
      '$1"多少天答复"',
    )
    assert.notEqual(expected, strip(before))
    assert.equal(strip(await articles()), expected)
  })

  it('becomes a guide with it as its 问法, which its author goes on writing', async () => {
    office.mailbox.missed.push({ query: '宅基地怎么批', count: 7, lastDay: '2026-11-20' })
    const { status, body } = await post(desk.author, 'guides', { query: '宅基地怎么批' })
    assert.equal(status, 200)
    const { documentId } = body as { documentId: string }
    const begun = await read(desk.author, 'guide', documentId)
    assert.deepEqual([begun.title, begun.phrasings], ['宅基地怎么批', '宅基地怎么批'])
    assert.ok(!(await open(desk.author)).includes('宅基地怎么批'))
    const path = `${collection('guide')}/${documentId}`
    assert.equal((await desk.author.call('DELETE', path)).status, 200)
  })

  it('is shown no more where it needs nothing, also after a restart', async () => {
    assert.equal((await post(desk.author, 'settled', { query: '瞎打的字' })).status, 200)
    assert.equal((await post(desk.reviewer, 'settled', { query: '瞎打的字' })).status, 200)
    await office.restart()
    const author = await signIn(office, 'publicity-author')
    assert.deepEqual(await open(author), [])
    assert.doesNotMatch(await office.log(), /瞎打的字|宅基地怎么批|查查办到哪了/)
  })

  it('says where it cannot be read, and where it is switched off', async () => {
    const path = '/content-manager/single-types/api::settings.settings'
    const publisher = await signIn(office, 'publicity-publisher')
    const { body } = await publisher.call('GET', path)
    const { data } = body as { data: { missedQueries: boolean } }
    assert.equal(data.missedQueries, true)
    office.mailbox.missed.push({ query: '又一个', count: 5, lastDay: '2026-11-21' })
    assert.deepEqual(await open(publisher), ['又一个'])
    assert.equal((await publisher.call('PUT', path, { missedQueries: false })).status, 200)
    assert.deepEqual([(await view(publisher)).state, await open(publisher)], ['off', []])
    assert.equal((await publisher.call('PUT', path, { missedQueries: true })).status, 200)
  })
})

describe('固定页面', () => {
  let publisher: Staff
  let super_: Staff
  before(async () => {
    publisher = await signIn(office, 'publicity-publisher')
    super_ = await signIn(office, 'administrator')
  })

  it('are all there, and nobody makes, copies or deletes one', async () => {
    const rows = await pages(super_)
    assert.deepEqual(rows.map(({ path }) => path).sort(), Object.keys(fixedPages).sort())
    const [row] = rows
    const one = `${collection('page')}/${row?.documentId}`
    for (const staff of [publisher, super_]) {
      for (const [method, path, body] of [
        ['POST', collection('page'), { title: '别的页', path: '/other/' }],
        ['DELETE', one],
        ['POST', `${collection('page')}/clone/${row?.documentId}`, { path: '/x/' }],
        ['POST', `${collection('page')}/actions/bulkDelete`, { documentIds: [row?.documentId] }],
      ] as const) {
        const { status } = await staff.call(method, path, body)
        assert.ok([403, 404, 405].includes(status), `${method} ${path} ${status}`)
      }
    }
    assert.deepEqual(await pages(super_), rows)
  })

  it('take 问法 and nothing else, and nothing of a person', async () => {
    const row = (await pages(super_)).find(({ path }) => path === '/reception/') ?? assert.fail()
    const path = `${collection('page')}/${row.documentId}`
    for (const staff of [publisher, super_]) {
      const change = { title: '别的名字', path: '/else/', phrasings: '见领导\n当面说' }
      assert.equal((await staff.call('PUT', path, change)).status, 200)
      const saved = await read(staff, 'page', row.documentId)
      assert.deepEqual(
        [saved.title, saved.path, saved.phrasings],
        [row.title, row.path, change.phrasings],
      )
      refused(
        await staff.call('PUT', path, { phrasings: '找王主任13900005678' }),
        400,
        /问法里可能有个人信息/,
      )
    }
    const author = await signIn(office, 'publicity-author')
    assert.equal((await author.call('PUT', path, { phrasings: 'x' })).status, 403)
  })
})

describe('the privacy gate', () => {
  it('reads 问法 of entries and of articles too', async () => {
    const author = await signIn(office, 'publicity-author')
    const phone = '打13900005678'
    const entry = await desk.write(author, 'essay', essay('gate-essay', { phrasings: phone }))
    const law = await desk.write(author, 'regulation', {
      ...{ title: '把关用条例', slug: 'gate-regulation', validity: '现行有效' },
      ...{ demonstration: true },
      divisions: [
        {
          ...{ level: '无标题', label: '', title: '' },
          articles: [
            { number: 1, insertion: 0, label: '第一条', text: '原文。', phrasings: phone },
          ],
        },
      ],
    })
    for (const [type, documentId] of [
      ['essay', entry],
      ['regulation', law],
    ] as const) {
      const { body } = await author.call('GET', deskOf(type, documentId))
      const { hits } = body as { hits: { label: string; kind: string }[] }
      assert.ok(
        hits.some(({ label }) => label.endsWith('问法')),
        `${type} ${JSON.stringify(hits)}`,
      )
      const step = await author.call('POST', `${deskOf(type, documentId)}/steps`, {
        kind: 'submit',
      })
      refused(step, 409, /问法（/)
    }
  })
})
