import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { entryOf } from '../../../cms/src/admin/saving/entry-address.ts'
import { withLinks, withoutLinks, type Links } from '../../../cms/src/admin/saving/link-changes.ts'
import { changedFields, joined, merge, same } from '../../../cms/src/admin/saving/merge.ts'
import { textOfValue } from '../../../cms/src/admin/saving/value-text.ts'

const base = { title: '路灯', body: '第一段。', source: '本局', author: undefined }

describe('joining what two people wrote', () => {
  it('keeps both where they changed different fields', () => {
    const mine = { ...base, body: '我写的一段。' }
    const theirs = { ...base, title: '同事的标题' }
    assert.deepEqual(merge(base, mine, theirs), {
      values: { ...base, title: '同事的标题', body: '我写的一段。' },
      conflicts: [],
      taken: ['title'],
    })
  })

  it('names a field that both changed, and lets what was written stand', () => {
    const mine = { ...base, body: '我写的。' }
    const theirs = { ...base, body: '同事写的。' }
    const { values, conflicts } = merge(base, mine, theirs)
    assert.deepEqual([values.body, conflicts], ['我写的。', ['body']])
  })

  it('has nothing to choose where both wrote the same, or nothing and an empty text', () => {
    const both = { ...base, title: '同一个', author: '' }
    assert.deepEqual(merge(base, both, { ...both, author: null }).conflicts, [])
    assert.ok(same(undefined, ''))
    assert.deepEqual(changedFields(base, { ...base, author: null }), [])
  })

  it('does not lose what was emptied on purpose', () => {
    const { values } = merge(base, { ...base, source: '' }, { ...base, title: '改' })
    assert.equal(values.source, '')
  })

  it('brings parts back without the number of a row that the other removed', () => {
    const row = (id: number | undefined, title: string) => ({ id, __temp_key__: 'a0', title })
    const before = { events: [row(1, '讲座'), row(2, '咨询')] }
    const mine = { events: [row(1, '讲座'), row(2, '现场咨询')] }
    const theirs = { events: [row(1, '讲座（改期）')] }
    const { values, conflicts } = merge(before, mine, theirs)
    assert.deepEqual(conflicts, ['events'])
    const events = values.events as { id?: number; title: string }[]
    assert.deepEqual(
      events.map(({ title }) => title),
      ['讲座', '现场咨询'],
    )
    assert.equal(events[0]?.id, 1)
    assert.ok(!('id' in (events[1] ?? {})))
  })

  it('tells files apart by themselves, not by their words', () => {
    const file = (id: number, alternativeText: string) => ({ id, hash: `h${id}`, alternativeText })
    assert.ok(same(file(1, '灯'), file(1, '一盏灯')))
    assert.ok(!same(file(1, '灯'), file(2, '灯')))
    assert.ok(!same([file(1, '灯')], [file(2, '灯')]))
  })

  it('puts two texts one after the other', () => {
    assert.equal(joined('甲。\n乙。', '丙。'), '甲。\n乙。\n\n丙。')
    assert.equal(joined('甲', '乙'), '甲乙')
  })
})

describe('joining what two people linked an entry with', () => {
  const row = (documentId: string, id = 1) => ({ id, documentId, name: documentId })
  /** As the form holds a choice: what it was is taken away, what is chosen given. */
  const chosen = (now: string, before?: string) => ({
    connect: [{ id: 7, apiData: { id: 7, documentId: now }, label: now }],
    disconnect: before ? [{ id: 1, apiData: { id: 1, documentId: before } }] : [],
  })
  const untouched = { connect: [], disconnect: [] }
  const join = (mine: object, before: Links, after: Links) =>
    merge(
      withLinks({ unit: untouched }, before),
      withLinks({ unit: mine }, before),
      withLinks({ unit: untouched }, after),
    )

  it('names a link that both changed, with the names of both, and lets one’s own stand', () => {
    const after = { unit: [row('教育局')] }
    const { values, conflicts } = join(chosen('住建局', '城管局'), { unit: [row('城管局')] }, after)
    assert.deepEqual(conflicts, ['unit'])
    assert.equal(textOfValue(values.unit), '住建局')
    assert.equal(textOfValue(withLinks({ unit: untouched }, after).unit), '教育局')
    const { unit } = withoutLinks(values, after) as { unit: { connect: []; disconnect: [] } }
    assert.deepEqual(
      [unit.connect, unit.disconnect].map((rows) =>
        rows.map(({ apiData }: { apiData: { documentId: string } }) => apiData.documentId),
      ),
      [['住建局'], ['教育局']],
    )
    assert.deepEqual(withoutLinks(withLinks({ unit: untouched }, after), after).unit, untouched)
  })

  it('has nothing to choose where both chose the same, or only one chose', () => {
    const before = { unit: [row('城管局')] }
    const after = { unit: [row('住建局', 7)] }
    assert.deepEqual(join(chosen('住建局', '城管局'), before, after).conflicts, [])
    const mine = join(chosen('住建局', '城管局'), before, before)
    assert.deepEqual([mine.conflicts, mine.taken], [[], []])
    const theirs = join(untouched, before, after)
    assert.deepEqual([theirs.conflicts, theirs.taken], [[], ['unit']])
  })

  it('sees that one took a link away and the other gave another, in a list too', () => {
    const before = { unit: [row('甲'), row('乙', 2)] }
    const gone = { connect: [], disconnect: [{ id: 1, apiData: { id: 1, documentId: '甲' } }] }
    const { conflicts, values } = join(gone, before, { unit: [...before.unit, row('丙', 3)] })
    assert.deepEqual([conflicts, textOfValue(values.unit)], [['unit'], '乙'])
    assert.deepEqual(join(gone, before, { unit: [row('乙', 2)] }).conflicts, [])
    const turned = { unit: before.unit.toReversed() }
    const linked = (links: Links) => withLinks({ unit: untouched }, links).unit
    assert.ok(same(linked(before), linked(turned)), 'the order is no choice')
  })
})

describe('the entry that a request is about', () => {
  const at = (path: string) => `http://localhost:1337/content-manager${path}`
  for (const [method, path, entry] of [
    ['GET', '/collection-types/api::essay.essay/abc123?status=draft', 'api::essay.essay abc123'],
    ['PUT', '/collection-types/api::essay.essay/abc123', 'api::essay.essay abc123'],
    ['POST', '/collection-types/api::essay.essay?x=1', 'api::essay.essay create'],
    ['POST', '/collection-types/api::essay.essay/clone/abc', 'api::essay.essay clone abc'],
    ['PUT', '/single-types/api::settings.settings?', 'api::settings.settings'],
    ['GET', '/collection-types/api::essay.essay?page=1', undefined],
    ['POST', '/collection-types/api::essay.essay/actions/bulkDelete', undefined],
    ['POST', '/collection-types/api::essay.essay/abc/actions/publish', undefined],
    ['GET', '/relations/api::essay.essay/abc/topic', undefined],
  ] as const) {
    it(`${method} ${path}`, () => assert.equal(entryOf(method, at(path)), entry))
  }
})
