import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { passages } from '../../site/src/search/excerpt.ts'
import { makeIndex } from '../../site/src/search/make-index.ts'
import type { Pagefind } from '../../site/src/search/pagefind.ts'
import type { SearchRecord } from '../../site/src/search/records.ts'
import { searcher } from '../../site/src/search/search.ts'

function record(part: Partial<SearchRecord> & Pick<SearchRecord, 'path' | 'title'>): SearchRecord {
  return { kind: '答复公示', date: '2026-01-01', facts: {}, sections: [], ...part }
}

const section = (text: string, id?: string, heading = '') => ({ id, heading, text })

const records = [
  record({
    path: '/regulations/law/',
    title: '信访工作条例',
    kind: '条例',
    date: '2022-05-01',
    sections: [
      section('总的规定'),
      section('自受理之日起60日内办结', 'article-34', '第三十四条'),
      section('信访人不服的，可以请求复查', 'article-35', '第三十五条'),
    ],
  }),
  record({
    path: '/notices/a/',
    title: '拖欠工资的处理',
    sections: [section('施工单位拖欠信访人工资')],
  }),
  record({
    path: '/notices/b/',
    title: '噪声扰民',
    sections: [section('夜间施工。人访信，信人访。')],
  }),
  record({
    path: '/guides/review/',
    title: '怎样申请复查',
    kind: '指南',
    sections: [section('见第34条。电话 0000-7000001，标准 GB/T 19001。')],
  }),
]

let folder: string
let server: Server
let search: ReturnType<typeof searcher>

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-index-'))
  await makeIndex(records, folder)
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    readFile(join(folder, pathname)).then(
      (file) => response.end(file),
      () => response.writeHead(404).end(),
    )
  }).listen(0)
  await new Promise((resolve) => server.once('listening', resolve))
  const module = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as Pagefind & {
    options(options: { basePath: string; baseUrl: string }): Promise<void>
  }
  const { port } = server.address() as AddressInfo
  await module.options({ basePath: `http://localhost:${port}/`, baseUrl: '/' })
  search = searcher(module)
})

after(async () => {
  server.close()
  await rm(folder, { recursive: true, force: true })
})

async function paths(query: string, narrowing = {}): Promise<string[]> {
  const { hits } = await search(query, narrowing)
  return (await Promise.all(hits.map((hit) => hit.data()))).map(({ url }) => url)
}

describe('search over a real index', () => {
  it('finds a word only where its characters stand side by side and in order', async () => {
    assert.deepEqual((await paths('信访人')).sort(), ['/notices/a/', '/regulations/law/'])
  })

  it('shows pages first that have the words in their title', async () => {
    assert.deepEqual(await paths('复查'), ['/guides/review/', '/regulations/law/'])
  })

  it('wants every term of a query', async () => {
    assert.deepEqual(await paths('信访人 工资'), ['/notices/a/'])
    assert.deepEqual(await paths('信访人 噪声'), [])
  })

  it('leads to the article that was asked for, however its number is written', async () => {
    for (const query of ['第三十四条', '第34条']) {
      const { hits, phrases } = await search(query, {})
      const law = await hits[0]?.data()
      assert.equal(law?.url, '/regulations/law/')
      const [best] = passages(law?.content ?? '', law?.anchors ?? [], phrases)
      assert.equal(best?.anchor?.id, 'article-34', query)
      assert.ok((await paths(query)).includes('/guides/review/'), query)
    }
  })

  it('finds numbers, telephone numbers and Latin words', async () => {
    for (const query of ['0000-7000001', 'gb/t', '19001', '60日']) {
      assert.equal((await paths(query)).length, 1, query)
    }
  })

  it('counts by kind and year, and narrows by them', async () => {
    const { counts, hits } = await search('复查', { kind: '指南' })
    assert.equal(hits.length, 1)
    assert.deepEqual(Object.fromEntries(counts.kind.values), { 条例: 1, 指南: 1 })
    assert.equal(counts.kind.all, 2)
    assert.deepEqual(Object.fromEntries(counts.year.values), { 2026: 1 })
  })

  it('cuts a question that is nowhere into its words', async () => {
    const { looser, hits } = await search('拖欠工资怎么办', {})
    assert.equal(looser, true)
    assert.equal(hits.length, 1)
  })

  it('answers any query without a fault', async () => {
    const odd = [
      '',
      '   ',
      '"',
      '“”',
      '😀',
      '<b>x</b>',
      '\\',
      '龘',
      '信'.repeat(500),
      'a "b" c',
      '%00',
    ]
    for (const query of odd) assert.deepEqual(await paths(query), [], query.slice(0, 20))
  })
})
