import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, before, test } from 'node:test'
import { regulation, type Regulation } from '@portal/content/schema/entries/regulation'
import { runImport } from '../../support/law/command.ts'
import { writeDocx } from '../../support/law/docx.ts'
import { articlesOf } from '../../support/law/parse.ts'

const rules = fileURLToPath(new URL('../../support/law/bench-rules.md', import.meta.url))
let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'))
})
after(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function put(name: string, body: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, body)
  return path
}

async function freshOut(): Promise<string> {
  return mkdtemp(join(folder, 'out-'))
}

async function readEntry(out: string, slug: string): Promise<Regulation> {
  return regulation.parse(
    JSON.parse(await readFile(join(out, 'regulations', `${slug}.json`), 'utf8')),
  )
}

const short = (title: string, ...rest: string[]) =>
  [`# ${title}`, '第一条 为了坐。', '第二条 为了歇。', ...rest].join('\n')

test('a text becomes a content file, and one line of JSON says so', async () => {
  const out = await freshOut()
  const { code, lines, errors } = await runImport([rules, '--out', out, '--slug', 'bench-rules'])
  assert.deepEqual(lines, [
    { file: rules, title: '青石区公共长椅管理办法', chapters: 3, articles: 7 },
  ])
  assert.equal(code, 0)
  assert.equal(errors, '')
  assert.deepEqual(await readdir(join(out, 'regulations')), ['bench-rules.json'])
  const entry = await readEntry(out, 'bench-rules')
  assert.equal(entry.status, 'not-yet')
  assert.equal(entry.effectiveOn, '2031-05-01')
  assert.equal(entry.appendix.length, 5)
})

test('the lines come in the order of the files, good and bad', async () => {
  const out = await freshOut()
  const gap = await put('gap.md', '# 路灯办法\n\n第一条 亮。\n\n第三条 灭。\n')
  const word = await put('word.docx', writeDocx(['座椅办法', '第一条 坐。', '第一条 躺。']))
  const { code, lines } = await runImport([gap, rules, word, '--out', out])
  assert.equal(code, 1)
  assert.deepEqual(
    lines.map(({ file, line, articles }) => [file, line ?? null, articles ?? null]),
    [
      [gap, 5, null],
      [rules, null, 7],
      [word, 3, null],
    ],
  )
  assert.match(String(lines[0]?.['error']), /缺第二条/)
  assert.match(String(lines[2]?.['error']), /第 2 段/)
  assert.equal((await readdir(join(out, 'regulations'))).length, 1)
})

test('a bad file leaves nothing behind', async () => {
  const out = join(folder, 'never')
  const huge = await put('huge.md', '')
  await truncate(huge, 21 * 1024 * 1024)
  const bad = [
    [join(folder, 'missing.md'), /找不到文件/],
    [folder, /文件夹/],
    [await put('empty.txt', ''), /空的/],
    [await put('noise.md', Buffer.from([0, 1, 2, 255, 254, 0, 7])), /不是文字文件/],
    [await put('broken.docx', 'PK\x03\x04'), /已损坏/],
    [await put('scan.pdf', '%PDF'), /不支持 .pdf/],
    [huge, /超过 20 MB/],
  ] as const
  const { code, lines } = await runImport([...bad.map(([path]) => path), '--out', out])
  assert.equal(code, 1)
  for (const [index, [path, words]] of bad.entries()) {
    assert.equal(lines[index]?.['file'], path)
    assert.equal(lines[index]?.['line'], null)
    assert.match(String(lines[index]?.['error']), words)
  }
  await assert.rejects(readdir(out), { code: 'ENOENT' })
})

test("the office's explanations outlive the import of the official text", async () => {
  const out = await freshOut()
  const path = await put('guided.md', short('长椅条例'))
  await runImport([path, '--out', out, '--slug', 'bench'])
  const entry = await readEntry(out, 'bench')
  const [first, second] = articlesOf(entry)
  assert.ok(first && second)
  first.guide = '**坐**是本办法的目的。'
  first.paragraphs = []
  second.paragraphs = []
  const bundled = { ...entry, summary: '讲长椅的。', demonstration: true }
  await writeFile(join(out, 'regulations', 'bench.json'), JSON.stringify(bundled))
  const { code } = await runImport([path, '--out', out, '--slug', 'bench'])
  assert.equal(code, 0)
  const merged = await readEntry(out, 'bench')
  assert.equal(articlesOf(merged)[0]?.guide, '**坐**是本办法的目的。')
  assert.equal(articlesOf(merged)[0]?.paragraphs[0]?.text, '为了坐。')
  assert.equal(merged.summary, '讲长椅的。')
  assert.equal(merged.demonstration, true)
})

test('an explanation of an article that the text no longer has is not thrown away', async () => {
  const out = await freshOut()
  const long = await put('long.md', short('长椅条例', '第三条 为了看。'))
  await runImport([long, '--out', out, '--slug', 'bench'])
  const entry = await readEntry(out, 'bench')
  const last = articlesOf(entry)[2]
  assert.ok(last)
  last.guide = '看风景。'
  const before = JSON.stringify(entry)
  await writeFile(join(out, 'regulations', 'bench.json'), before)
  const shorter = await put('shorter.md', short('长椅条例'))
  const { code, lines } = await runImport([shorter, '--out', out, '--slug', 'bench'])
  assert.equal(code, 1)
  assert.match(String(lines[0]?.['error']), /第三条有解读/)
  assert.equal(await readFile(join(out, 'regulations', 'bench.json'), 'utf8'), before)
})

test('an existing file that is no regulation is left alone', async () => {
  const out = await freshOut()
  await mkdir(join(out, 'regulations'))
  await writeFile(join(out, 'regulations', 'bench.json'), '{ "half": ')
  const { code, lines } = await runImport([rules, '--out', out, '--slug', 'bench'])
  assert.equal(code, 1)
  assert.match(String(lines[0]?.['error']), /不是法规条目/)
  assert.equal(await readFile(join(out, 'regulations', 'bench.json'), 'utf8'), '{ "half": ')
})

test('of two versions the newest has the plain address, in any order', async () => {
  const dated = (day: string) => short('长椅条例').replace('\n', `\n${day} 区人民政府公布\n`)
  const older = await put('older.md', dated('2011年3月1日'))
  const newer = await put('newer.md', dated('2021年3月1日'))
  for (const files of [
    [older, newer],
    [newer, older],
  ]) {
    const out = await freshOut()
    assert.equal((await runImport([...files, '--out', out])).code, 0)
    const names = (await readdir(join(out, 'regulations'))).sort()
    assert.equal(names.length, 2)
    assert.match(names.join(' '), /^(chang-?yi-tiaoli-\w{6})-2011-03-01.json \1.json$/)
    const slug = names[1]?.replace('.json', '') ?? ''
    assert.equal((await readEntry(out, slug)).issuedOn, '2021-03-01')
  }
})

test('an older version does not replace a newer one, nor one version itself twice in a run', async () => {
  const out = await freshOut()
  const dated = (day: string) => short('长椅条例').replace('\n', `\n${day} 区人民政府公布\n`)
  const older = await put('old.md', dated('2011年3月1日'))
  const newer = await put('new.md', dated('2021年3月1日'))
  const again = await put('again.md', dated('2021年3月1日'))
  const first = await runImport([newer, again, '--out', out])
  assert.equal(first.code, 1)
  assert.match(String(first.lines[1]?.['error']), /同一部法规的同一版本/)
  const second = await runImport([older, '--out', out])
  assert.equal(second.code, 1)
  assert.match(String(second.lines[0]?.['error']), /现有条目是 2021-03-01 的版本/)
})

test('paths begin where the user of npm stands', async () => {
  await put('here.md', short('长椅条例'))
  const settings = { npm_lifecycle_event: 'import', INIT_CWD: folder }
  const { code } = await runImport(['here.md', '--out', 'made'], settings)
  assert.equal(code, 0)
  assert.equal((await readdir(join(folder, 'made', 'regulations'))).length, 1)
})

test('a command that cannot be understood says how it is used', async () => {
  const wrong = [
    [],
    ['--slug', 'x', 'a.md', 'b.md'],
    ['--slug', 'Bad Name', 'a.md'],
    ['--where', 'a.md'],
  ]
  for (const words of wrong) {
    const { code, lines, errors } = await runImport(words)
    assert.equal(code, 2)
    assert.deepEqual(lines, [])
    assert.match(errors, /用法：npm run import/)
  }
})

test('without --out a regulation is sent to the CMS with its token', async () => {
  const asked: { path: string; token: string; body: Regulation }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      const entry = JSON.parse(body) as Regulation
      const token = request.headers.authorization ?? ''
      asked.push({ path: `${request.method} ${request.url}`, token, body: entry })
      const good = entry.title !== '坏条例'
      response.writeHead(good ? 200 : 422, { 'content-type': 'application/json' })
      response.end(JSON.stringify(good ? { ok: true } : { error: '这部法规已经发布' }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const dataDir = await mkdtemp(join(folder, 'data-'))
  await mkdir(join(dataDir, 'keys'))
  await writeFile(join(dataDir, 'keys', 'import-token'), 'secret-token\n')
  const port = String((server.address() as AddressInfo).port)
  const bad = await put('bad.md', short('坏条例'))
  try {
    const settings = { DATA_DIR: dataDir, CMS_PORT: port }
    const { code, lines } = await runImport([rules, bad], settings)
    assert.equal(code, 1)
    assert.deepEqual(lines, [
      { file: rules, title: '青石区公共长椅管理办法', chapters: 3, articles: 7 },
      { file: bad, error: '这部法规已经发布', line: null },
    ])
  } finally {
    server.close()
  }
  const [first] = asked
  assert.equal(first?.path, 'POST /api/import/regulations')
  assert.equal(first?.token, 'Bearer secret-token')
  assert.equal(articlesOf(regulation.parse(first?.body)).length, 7)
})

test('a CMS that does not run is said plainly, with what to do', async () => {
  const dataDir = await mkdtemp(join(folder, 'data-'))
  const settings = { DATA_DIR: dataDir, CMS_PORT: '9' }
  const wanted = {
    file: rules,
    error: 'CMS 没有运行：先运行 npm start，或用 --out 写成文件',
    line: null,
  }
  assert.deepEqual((await runImport([rules], settings)).lines, [wanted])
  await mkdir(join(dataDir, 'keys'))
  await writeFile(join(dataDir, 'keys', 'import-token'), 'secret-token')
  const { code, lines } = await runImport([rules], settings)
  assert.deepEqual(lines, [wanted])
  assert.equal(code, 1)
})

test('a bad setting is said plainly', async () => {
  const { lines } = await runImport([rules], { CMS_PORT: 'abc' })
  assert.match(String(lines[0]?.['error']), /CMS_PORT：须是端口号/)
})
