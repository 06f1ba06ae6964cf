import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  capture,
  digestOf,
  populateAll,
  references,
  toData,
} from '../../../cms/src/publishing/editions/content.ts'
import type { Attributes } from '../../../cms/src/strapi/models.ts'
import { plainTextOf } from '../../../cms/src/publishing/editions/plain-text.ts'

const leaflet: Attributes = { name: { type: 'string' }, file: { type: 'media' } }
const attributes: Attributes = {
  title: { type: 'string' },
  cover: { type: 'media' },
  unit: { type: 'relation', relation: 'manyToOne', target: 'api::department.department' },
  essays: { type: 'relation', relation: 'manyToMany', target: 'api::essay.essay' },
  leaflets: { type: 'component', component: 'a.leaflet', repeatable: true },
  secret: { type: 'string', private: true },
  createdAt: { type: 'datetime' },
}
const components = () => leaflet
const file = (id: number, hash: string) => ({
  id,
  hash,
  name: `${hash}.jpg`,
  alternativeText: '图',
  url: `/${hash}`,
  mime: 'image/jpeg',
})
const row = {
  id: 7,
  documentId: 'x',
  title: '标题',
  cover: file(1, 'one'),
  unit: { id: 3, documentId: 'unit', name: '区民政局' },
  essays: [{ id: 4, documentId: 'essay', title: '一篇' }],
  leaflets: [{ id: 9, name: '折页', file: file(2, 'two') }],
  secret: 's',
  createdAt: '2026-11-22',
}
const content = capture(row, attributes, components)
const everything = () => true

describe('what an entry says', () => {
  it('is read whole, without what is Strapi’s or private', () => {
    assert.deepEqual(populateAll(attributes, components), {
      cover: true,
      unit: true,
      essays: true,
      leaflets: { populate: { file: true } },
    })
    assert.deepEqual(Object.keys(content), ['title', 'cover', 'unit', 'essays', 'leaflets'])
  })

  it('goes back as it came', () => {
    assert.deepEqual(toData(content, attributes, components, everything), {
      data: {
        title: '标题',
        cover: 1,
        unit: 'unit',
        essays: ['essay'],
        leaflets: [{ name: '折页', file: 2 }],
      },
      missing: [],
    })
  })

  it('goes back without what is gone since, and says which field', () => {
    assert.equal(references(content).length, 4)
    const isThere = (part: object) => !('file' in part && part.file === 2) && !('entry' in part)
    const { data, missing } = toData(content, attributes, components, isThere)
    assert.deepEqual(missing, ['unit', 'essays', 'leaflets'])
    assert.deepEqual([data.unit, data.essays], [null, []])
    assert.deepEqual(data.leaflets, [{ name: '折页', file: null }])
  })

  it('is another with another picture or alternative text, the same when a unit is renamed', () => {
    const digest = digestOf(content)
    const changed = (change: object) =>
      digestOf(capture({ ...row, ...change }, attributes, components))
    assert.equal(changed({ unit: { ...row.unit, name: '民政局' }, id: 8, secret: 't' }), digest)
    assert.notEqual(changed({ unit: { ...row.unit, documentId: 'other' } }), digest)
    assert.notEqual(changed({ cover: file(1, 'replaced') }), digest)
    assert.notEqual(changed({ cover: { ...row.cover, alternativeText: '' } }), digest)
    assert.notEqual(changed({ leaflets: [] }), digest)
  })

  it('is shown as words', () => {
    const text = (field: string) => plainTextOf(content[field], attributes[field], components)
    assert.equal(text('unit'), '区民政局')
    assert.match(text('cover'), /one\.jpg.*替代文字：图/)
    assert.match(text('leaflets'), /name：折页/)
    assert.equal(
      plainTextOf('2026-11-22T01:30:00Z', { type: 'datetime' }, components),
      '2026年11月22日 09:30',
    )
    assert.equal(plainTextOf(null, attributes.title, components), '')
  })
})
