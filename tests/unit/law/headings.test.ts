import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseRight, parseWrong } from '../../support/law/parse.ts'

const title = '# 公共长椅管理办法'
const one = '第一条 为了让人有地方坐，制定本办法。'
const two = '第二条 长椅应当牢固。'
const three = '第三条 长椅应当干净。'

async function outline(...lines: string[]) {
  const entry = await parseRight(title, ...lines)
  return entry.divisions.map((one) => [one.level, one.label, one.title, one.articles.length])
}

test('parts, subparts, chapters and sections stand in the order of the text', async () => {
  assert.deepEqual(
    await outline(
      '第一编 总则',
      '第一分编 通则',
      '第一章　总　则',
      '第一节 设置',
      one,
      '第二节 养护',
      two,
      '第二章 附则',
      three,
    ),
    [
      ['part', '第一编', '总则', 0],
      ['subpart', '第一分编', '通则', 0],
      ['chapter', '第一章', '总则', 0],
      ['section', '第一节', '设置', 1],
      ['section', '第二节', '养护', 1],
      ['chapter', '第二章', '附则', 1],
    ],
  )
})

test('a text without headings has one body', async () => {
  assert.deepEqual(await outline(one, two), [['body', '', '', 2]])
})

test('chapters may run on from part to part or begin anew', async () => {
  const parts = (second: string) => [
    '第一编 甲',
    '第一章 甲',
    one,
    '第二编 乙',
    `${second} 乙`,
    two,
  ]
  assert.equal((await outline(...parts('第二章'))).length, 4)
  assert.equal((await outline(...parts('第一章'))).length, 4)
})

test('a missing chapter is refused', async () => {
  const { error, line } = await parseWrong(title, '## 第一章 总则', one, '## 第三章 附则', two)
  assert.equal(line, 4)
  assert.match(error, /“第一章”（第 2 行）之后是“第三章”，这里该是“第二章”/)
})

test('a first chapter without its heading is refused', async () => {
  const { error, line } = await parseWrong(title, one, '## 第二章 附则', two)
  assert.equal(line, 3)
  assert.match(error, /这里该是“第一章”/)
})

test('sections begin anew in every chapter', async () => {
  const { error, line } = await parseWrong(
    title,
    '第一章 甲',
    '第一节 甲',
    one,
    '第二章 乙',
    '第二节 乙',
    two,
  )
  assert.equal(line, 6)
  assert.match(error, /这里该是“第一节”/)
})

test('a heading that lost its number is refused, not read into an article', async () => {
  const { error, line } = await parseWrong(title, '第一章 总则', one, '设置和养护', two)
  assert.equal(line, 4)
  assert.match(error, /“设置和养护”像是丢了编号的标题/)
  assert.equal((await parseWrong(title, '第一章 总则', one, '附 则', two)).line, 4)
})

test('a title broken over two lines is one title', async () => {
  assert.deepEqual(await outline('## 第一章 长椅的设置、养护', '和拆除', one), [
    ['chapter', '第一章', '长椅的设置、养护和拆除', 1],
  ])
  assert.deepEqual(await outline('第一章', '总则', one), [['chapter', '第一章', '总则', 1]])
})

test('一、 and （一） are headings where articles stand under them', async () => {
  assert.deepEqual(
    await outline('一、一般规定', one, '二、设置', '（一）街道', two, '（二）公园', three),
    [
      ['chapter', '一、', '一般规定', 1],
      ['chapter', '二、', '设置', 0],
      ['section', '（一）', '街道', 1],
      ['section', '（二）', '公园', 1],
    ],
  )
})

test('the last entry of a list is no heading, even without a full stop', async () => {
  assert.deepEqual(await outline('第一条 长椅有：', '（一）木椅；', '（二）其他长椅', two), [
    ['body', '', '', 2],
  ])
})

test('一、 are headings of a text without articles where all of them are titles', async () => {
  const entry = await parseRight(
    '# 关于长椅的规定',
    '一、关于设置',
    '应当设置。',
    '二、关于养护',
    '应当养护。',
  )
  assert.deepEqual(
    entry.divisions.map((division) => [division.label, division.title, division.paragraphs]),
    [
      ['一、', '关于设置', [{ text: '应当设置。', items: [] }]],
      ['二、', '关于养护', [{ text: '应当养护。', items: [] }]],
    ],
  )
})

test('a preface is a heading with paragraphs', async () => {
  const entry = await parseRight(title, '序言', '人走累了要坐下。', '第一章 总则', one)
  assert.deepEqual(entry.divisions[0], {
    level: 'chapter',
    label: '',
    title: '序言',
    paragraphs: [{ text: '人走累了要坐下。', items: [] }],
    articles: [],
  })
})

test('附则 without a number stands beside the parts of a code', async () => {
  const levels = (await outline('第一编 甲', one, '附则', two)).map(([level]) => level)
  assert.deepEqual(levels, ['part', 'part'])
})

test('a sentence that begins with a chapter is text', async () => {
  assert.deepEqual(await outline('第一章 总则', one, '第二章规定的除外。', '第二章 附则', two), [
    ['chapter', '第一章', '总则', 1],
    ['chapter', '第二章', '附则', 1],
  ])
})

test('a table of contents is taken off after it has been proven', async () => {
  assert.deepEqual(
    await outline(
      '目　录',
      '第一章 总则…………1',
      '第二章 附则 2',
      '第一章 总则',
      one,
      '第二章 附则',
      two,
    ),
    [
      ['chapter', '第一章', '总则', 1],
      ['chapter', '第二章', '附则', 1],
    ],
  )
})

test('a table of contents that the text does not keep is refused', async () => {
  const { error, line } = await parseWrong(
    title,
    '目录',
    '第一章 总则',
    '第二章 罚则',
    '第一章 总则',
    one,
  )
  assert.equal(line, 4)
  assert.match(error, /目录里的“第二章 罚则”在正文里没有对应的标题/)
})
