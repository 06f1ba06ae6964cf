import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { writeDocx } from '../../support/law/docx.ts'
import { zip } from '../../support/files/zip.ts'
import { articlesOf, parseBytes } from '../../support/law/parse.ts'

const lines = [
  '公共长椅管理办法',
  '（2031年3月5日通过）',
  '第一章　总则',
  '第一条　为了让人有地方坐，制定本办法。',
  '第二条　长椅分为：',
  '（一）有靠背的；',
  '（二）没有靠背的。',
  '第三条　本办法自2031年5月1日起施行。',
]
const text = lines.join('\n')

async function read(name: string, bytes: Uint8Array) {
  const parsed = await parseBytes(name, bytes)
  if (!parsed.ok) throw new Error(`line ${parsed.line}: ${parsed.error}`)
  return parsed.regulation
}

async function refusal(name: string, bytes: Uint8Array) {
  const parsed = await parseBytes(name, bytes)
  if (parsed.ok) throw new Error('was read, and should have been refused')
  return parsed
}

/** 公共长椅管理办法 … as GB18030, which Node can read and not write. */
const gb18030 = Buffer.from(
  'b9abb9b2b3a4d2ceb9dcc0edb0ecb7a80ab5dad2bbccf520d4dabad3b1dfc9e8d6c3b3a4d2cea1a30a',
  'hex',
)

test('the same text in Markdown, plain text, HTML and Word is the same regulation', async () => {
  const plain = await read('law.txt', Buffer.from(text))
  const [title = '', ...rest] = lines
  const html = `<h1>${title}</h1>${rest.map((line) => `<p>${line}</p>`).join('\n')}`
  assert.deepEqual(await read('law.md', Buffer.from(`# ${text}`)), plain)
  assert.deepEqual(await read('law.html', Buffer.from(html)), plain)
  assert.deepEqual(await read('law.docx', writeDocx(lines)), plain)
  assert.equal(plain.title, title)
  assert.deepEqual(plain.issuingFacts, ['（2031年3月5日通过）'])
  assert.equal(articlesOf(plain).length, 3)
})

test('UTF-8, UTF-16 and GB18030 are told apart', async () => {
  const plain = await read('law.txt', Buffer.from(text))
  const little = Buffer.from(text, 'utf16le')
  const big = Buffer.from(little).swap16()
  const files = {
    'UTF-8 with a mark': Buffer.from(`\ufeff${text}`),
    'UTF-16LE': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'UTF-16BE': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    'UTF-16LE without a mark': little,
    'UTF-16BE without a mark': big,
  }
  for (const [name, bytes] of Object.entries(files)) {
    assert.deepEqual(await read('law.txt', bytes), plain, name)
  }
  const old = await read('law.txt', gb18030)
  assert.equal(articlesOf(old)[0]?.paragraphs[0]?.text, '在河边设置长椅。')
})

test('Windows and old Macintosh line ends count lines alike', async () => {
  const gap = ['公共长椅管理办法', '', '第一条 坐。', '第三条 躺。']
  for (const end of ['\n', '\r\n', '\r']) {
    for (const name of ['law.md', 'law.txt']) {
      assert.equal((await refusal(name, Buffer.from(gap.join(end)))).line, 4)
    }
  }
})

test('Markdown markers go and their words stay', async () => {
  const source = [
    '# 公共长椅管理办法',
    '<!-- 第九条 不是',
    '条文 -->',
    '> **第一条** 长椅_不得_移动，\\*号除外，见[附表](table.md)。',
    '',
    '- （一）木椅；',
    '---',
    '第二条 按下表：',
    '',
    '| 场所 | 间距 |',
    '|------|:----:|',
    '| 公园 | 5*6 米 |',
    '',
    '第四条 干净。',
  ]
  const right = source.with(-1, '第三条 干净。').join('\n')
  const [first, second] = articlesOf(await read('law.md', Buffer.from(right)))
  assert.deepEqual(first?.paragraphs, [
    {
      text: '长椅_不得_移动，*号除外，见附表。',
      items: [{ label: '（一）', text: '木椅；', subitems: [] }],
    },
  ])
  assert.deepEqual(
    second?.paragraphs.map((paragraph) => paragraph.text),
    ['按下表：', '场所 | 间距', '公园 | 5*6 米'],
  )
  assert.equal((await refusal('law.md', Buffer.from(source.join('\n')))).line, 14)
})

test('a table row is never an article or a heading', async () => {
  const source =
    '# 公共长椅管理办法\n第一条 对照：\n| 第三条 | 第二章 |\n|--|--|\n| 第四条 | 第三章 |\n第二条 完。'
  assert.equal(articlesOf(await read('law.md', Buffer.from(source))).length, 2)
})

test('an official web page is read without what stands around the text', async () => {
  const page = await readFile(new URL('../../support/law/page.html', import.meta.url))
  const entry = await read('page.html', page)
  assert.equal(entry.title, '青石区公共长椅管理办法')
  assert.deepEqual(entry.issuingFacts, ['（2031年3月5日通过　自2031年5月1日起施行）'])
  assert.equal(entry.effectiveOn, '2031-05-01')
  assert.deepEqual(
    entry.divisions.map((division) => division.title),
    ['总则', '附则'],
  )
  const [, second, third] = articlesOf(entry)
  assert.deepEqual(
    second?.paragraphs[0]?.items.map((item) => item.text),
    ['有靠背的；', '没有靠背的。'],
  )
  assert.deepEqual(
    third?.paragraphs.map((paragraph) => paragraph.text),
    ['间距见下表：', '场所 | 间距', '公园 | 一百米'],
  )
  assert.doesNotMatch(JSON.stringify(entry), /首页|打印|上一篇|版权|搜索|来源/)
})

test('issuing facts above the text box of a page are kept', async () => {
  const [title = '', facts = '', ...rest] = lines
  const box = rest.map((line) => `<p>${line}</p>`).join('')
  const page = `<h2>${title}</h2><p>${facts}</p><p>字号</p><div id="Zoom">${box}</div><p>分享</p>`
  const entry = await read('law.html', Buffer.from(page))
  assert.deepEqual(entry.issuingFacts, [facts])
  assert.deepEqual(entry.appendix, [])
})

test('an error in a web page names the line of its file', async () => {
  const page = await readFile(new URL('../../support/law/page.html', import.meta.url), 'utf8')
  const broken = page.replace('第四条', '第五条')
  const wanted = broken.split('\n').findIndex((line) => line.includes('第五条')) + 1
  assert.equal((await refusal('page.html', Buffer.from(broken))).line, wanted)
})

test('a page laid out with tables is still read as paragraphs', async () => {
  const cell = lines.map((line) => `<p>${line}</p>`).join('')
  const page = `<table><tr><td>栏目</td><td><table><tr><td>${cell}</td></tr></table></td></tr></table>`
  assert.equal(articlesOf(await read('law.html', Buffer.from(page))).length, 3)
})

test('numbers that only the browser or Word writes are refused', async () => {
  const page = `<h1>公共长椅管理办法</h1>\n<ol><li>坐。</li><li>躺。</li></ol>`
  const html = await refusal('law.html', Buffer.from(page))
  assert.equal(html.line, 2)
  assert.match(html.error, /编号由浏览器自动生成/)
  const docx = writeDocx(['公共长椅管理办法', { text: '为了坐。', numbered: true }])
  const word = await refusal('law.docx', docx)
  assert.equal(word.line, 2)
  assert.match(word.error, /自动编号/)
})

test('a Word file keeps styles, line breaks and tables', async () => {
  const [title = '', facts = '', chapter = '', ...rest] = lines
  const styled = [
    { text: title, style: 'Title' },
    facts,
    { text: chapter, style: '1' },
    rest[0] ?? '',
    rest.slice(1, 4).join('\n'),
    rest[4] ?? '',
  ]
  const entry = await read(
    'law.docx',
    writeDocx(styled, [
      ['场所', '间距'],
      ['公园', '一百米'],
    ]),
  )
  assert.equal(entry.title, title)
  assert.equal(entry.divisions[0]?.title, '总则')
  assert.equal(articlesOf(entry)[1]?.paragraphs[0]?.items.length, 2)
  assert.deepEqual(entry.appendix, ['场所 | 间距', '公园 | 一百米'])
})

test('an error in a Word file counts paragraphs', async () => {
  const docx = writeDocx(['公共长椅管理办法', '', '第一条 坐。', '第三条 躺。'])
  assert.equal((await refusal('law.docx', docx)).line, 3)
})

const noise = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919 + 13) % 256))
const bad: [string, string, Uint8Array, RegExp][] = [
  ['nothing', 'law.md', Buffer.alloc(0), /空的/],
  ['nothing', 'law.docx', Buffer.alloc(0), /空的/],
  ['blank lines', 'law.txt', Buffer.from('\n  \n　\n'), /没有文字/],
  ['noise', 'law.md', noise, /不是文字文件/],
  ['a picture', 'law.txt', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), /不是文字文件/],
  [
    'Latin-1',
    'law.txt',
    Buffer.from('Règlement général des bancs publics à côté', 'latin1'),
    /编码/,
  ],
  ['noise', 'law.docx', noise, /不是 Word 文件/],
  ['a cut Word file', 'law.docx', writeDocx(lines).subarray(0, 900), /已损坏/],
  ['an encrypted Word file', 'law.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /密码/],
  ['another format', 'law.xlsx', Buffer.from('PK'), /不支持 .xlsx/],
  ['a PDF', 'law.pdf', Buffer.from('%PDF'), /WPS 或 Word.*另存为 .docx/],
  ['an older Word file', 'law.DOC', Buffer.from('x'), /WPS 或 Word.*另存为 .docx/],
  ['a document of WPS', 'law.wps', Buffer.from('x'), /WPS 或 Word.*另存为 .docx/],
  ['an OFD document', 'law.ofd', Buffer.from('PK'), /OFD.*转成.*.docx/],
  ['no extension', 'law', Buffer.from(text), /没有扩展名/],
  ['a title alone', 'law.md', Buffer.from('# 公共长椅管理办法'), /没有正文/],
  ['no title', 'law.txt', Buffer.from('第一条 坐。\n第二条 躺。'), /找不到题目/],
  ['a character of one font', 'law.txt', Buffer.from(`办法\n第一条 \ue123坐。`), /显示不出/],
  ['one in Markdown', 'law.md', Buffer.from(`# 办法\n\n第一条 \uf000坐。`), /显示不出/],
  ['one in HTML', 'law.html', Buffer.from(`<h1>办法</h1><p>第一条 &#xe123;坐。</p>`), /显示不出/],
  ['one beyond the BMP', 'law.txt', Buffer.from(`办法\n第一条 \u{f0001}坐。`), /显示不出/],
  ['an endless line', 'law.md', Buffer.from(`# 办法\n${'*'.repeat(30_000)}`), /超过两万字/],
  ['a tangle of tags', 'law.html', Buffer.from('<div>'.repeat(50_000)), /标签太多/],
  ['too many lines', 'law.txt', Buffer.from('办法\n'.repeat(30_001)), /超过三万行/],
]
for (const [what, name, bytes, words] of bad) {
  test(`${what} named ${name} is refused with a reason`, async () => {
    assert.match((await refusal(name, bytes)).error, words)
  })
}

test('a Word file that would unpack without end is refused before it is unpacked', async () => {
  const docx = zip([{ name: 'word/document.xml', content: 'x', claimed: 0xfff0_0000 }])
  assert.match((await refusal('law.docx', docx)).error, /解开后超过 200 MB/)
})
