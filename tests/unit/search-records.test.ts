import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { readLibrary, type Library } from '@portal/content/entry/library'
import { captionText } from '../../site/src/search/captions.ts'
import { indexPage } from '../../site/src/search/make-index.ts'
import { searchRecords, type SearchRecord } from '../../site/src/search/records.ts'

const folder = join(import.meta.dirname, '../../content')
let library: Library
let records: SearchRecord[]

before(async () => {
  library = await readLibrary(folder)
  records = await searchRecords(
    library,
    async () => 'WEBVTT\n\n00:00.000 --> 00:02.000\n字幕里的话',
  )
})

describe('searchRecords', () => {
  it('has one record for every published page', () => {
    const { regulations, essays, videos, notices, guides } = library
    const entries = [regulations, essays, videos, notices, guides].flat().length
    assert.equal(records.length, entries + 1)
    assert.equal(new Set(records.map(({ path }) => path)).size, records.length)
  })

  it('gives every article of a regulation its own address and text', () => {
    const record = records.find(({ kind }) => kind === '条例')
    const articles = record?.sections.filter(({ id }) => id?.startsWith('article-')) ?? []
    assert.equal(articles.length, 50)
    assert.deepEqual(articles[33]?.id, 'article-34')
    assert.equal(articles[33]?.heading, '第三十四条')
    assert.ok(articles.every(({ text }) => text.length > 0))
  })

  it('names topic, unit and outcome of a notice in words, each from its own list', () => {
    for (const { kind, facts } of records) {
      if (kind !== '答复公示') continue
      const { topic = '', unit = '', outcome = '' } = facts
      assert.ok(
        library.topics.some(({ name }) => name === topic),
        topic,
      )
      assert.ok(
        library.departments.some(({ name }) => name === unit),
        unit,
      )
      assert.match(outcome, /\p{Script=Han}/u)
    }
  })

  it('holds the words of a film’s captions, under the transcript', () => {
    const film = records.find(({ kind }) => kind === '微视频')
    const spoken = film?.sections.find(({ id }) => id === 'transcript')
    assert.equal(spoken?.text, '字幕里的话')
  })

  it('writes entry text into the index page as text, never as markup', () => {
    const page = indexPage({
      path: '/notices/x/',
      title: '<script>alert(1)</script>',
      kind: '答复公示',
      date: '2026-01-01',
      facts: { topic: '"><img src=x>' },
      sections: [{ id: 'a"b', heading: '标题', text: '<img src=x onerror=1>' }],
    })
    assert.doesNotMatch(page, /<(?:script|img)/)
  })
})

describe('captionText', () => {
  it('takes the cues and leaves header, notes, styles, times, names and tags', () => {
    const vtt = [
      '\uFEFFWEBVTT 标题',
      '',
      'NOTE 只给编辑看',
      '',
      'STYLE\n::cue { color: red }',
      '',
      '1',
      '00:00:01.000 --> 00:00:03.000 align:center',
      '<v 讲解员>先看',
      '归哪里管</v>',
      '',
      '00:04.000 --> 00:06.000',
      '再提出',
    ].join('\r\n')
    assert.equal(captionText(vtt), '先看 归哪里管\n再提出')
  })

  it('has no words in a file that is no captions', () => {
    assert.equal(captionText('WEBVTT'), '')
    assert.equal(captionText(''), '')
  })
})
