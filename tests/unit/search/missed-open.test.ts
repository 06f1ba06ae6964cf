import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import {
  createDeadWords,
  deadWords,
} from '../../../cms/src/publishing/missed-queries/absent-words.ts'
import { openQueries } from '../../../cms/src/publishing/missed-queries/open-queries.ts'
import { withPhrasing } from '../../../cms/src/publishing/missed-queries/phrasing.ts'

describe('what staff still have to look at', () => {
  const missed = (query: string, lastDay = '2026-11-20') => ({ query, count: 6, lastDay })
  const titles = (...given: Parameters<typeof openQueries>) =>
    openQueries(...given).map(({ query }) => query)

  it('is what nobody has dealt with', () => {
    const settled = [
      { query: '甲', ignored: true, settledOn: '2020-01-01' },
      { query: '乙', ignored: false, settledOn: '2026-11-19' },
    ]
    assert.deepEqual(titles([missed('甲'), missed('乙'), missed('丙')], settled), ['丙'])
  })

  it('comes again where what was added did not help within a month', () => {
    const settled = [{ query: '乙', ignored: false, settledOn: '2026-10-01' }]
    assert.deepEqual(titles([missed('乙', '2026-10-31')], settled), [])
    assert.deepEqual(titles([missed('乙', '2026-11-01')], settled), ['乙'])
  })
})

describe('a 问法 that is added', () => {
  it('is a line more, once', () => {
    assert.deepEqual(withPhrasing('', '要工资'), { ok: true, text: '要工资' })
    assert.deepEqual(withPhrasing(null, ' 要  工资 '), { ok: true, text: '要 工资' })
    assert.deepEqual(withPhrasing('要工资\n\n老板跑了 ', '欠薪'), {
      ok: true,
      text: '要工资\n老板跑了\n欠薪',
    })
    assert.deepEqual(withPhrasing('要工资\nWiFi', 'ＷＩＦＩ'), { ok: true, text: '要工资\nWiFi' })
  })

  it('is refused with what to do where it does not fit', () => {
    for (const phrasing of ['', '  ', '字'.repeat(31)]) {
      const added = withPhrasing('要工资', phrasing)
      assert.ok(!added.ok && added.reason.includes('1 到 30 个字'), phrasing)
    }
    const full = Array.from({ length: 30 }, (_, nth) => `问法${nth}`).join('\n')
    const added = withPhrasing(full, '再一条')
    assert.ok(!added.ok && added.reason.includes('30 条'))
    assert.ok(withPhrasing(full, '问法7').ok)
  })
})

describe('words of synonyms that no page has', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'snapshot-'))
    mkdirSync(join(folder, 'guides'))
    mkdirSync(join(folder, 'media'))
    writeFileSync(
      join(folder, 'guides', 'a.md'),
      '---\ntitle: 怎样申请最低生活保障\nphrasings: [吃低保]\nkeywords: [救助]\n---\n\n先去**村**委会，带上户口本。\n',
    )
    writeFileSync(join(folder, 'synonyms.json'), '[{"words":["扶贫","救济"]}]')
    writeFileSync(join(folder, 'media', 'a.vtt'), 'WEBVTT\n\n00:00.000 --> 00:01.000\n欠薪\n')
    writeFileSync(join(folder, 'media', 'a.jpg'), '救济')
    writeFileSync(join(folder, 'package.json'), '"救济"')
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('are those in no title, text, keyword, 问法 or caption', async () => {
    const words = ['最低生活保障', '低保', '救助', '村委会', '欠薪', '领导接访', '扶贫', '救济']
    assert.deepEqual(await deadWords(folder, words), new Set(['扶贫', '救济']))
    assert.deepEqual(await deadWords(folder, []), new Set())
  })

  it('are none before anything is published', async () => {
    assert.equal(await deadWords(join(folder, 'none'), ['扶贫']), null)
    assert.deepEqual(
      await createDeadWords(join(folder, 'none'), join(folder, 'none'))(['扶贫']),
      [],
    )
    assert.deepEqual(await createDeadWords(join(folder, 'none'), folder)(['扶贫', '救助']), [
      '扶贫',
    ])
  })

  it('are reckoned again once a new snapshot has taken the place of the last', async () => {
    const find = createDeadWords(folder, 'none')
    assert.deepEqual(await find(['扶贫', '救助']), ['扶贫'])
    assert.deepEqual(await find(['救助']), [])
    writeFileSync(join(folder, 'topics.json'), '["扶贫"]')
    assert.deepEqual(await find(['扶贫', '救助']), [])
  })
})
