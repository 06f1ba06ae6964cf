import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articlesOf, parseRight, parseWrong } from '../../support/law/parse.ts'

const title = '# 公共长椅管理办法'
const one = '第一条 为了让人有地方坐，制定本办法。'
const two = '第二条 长椅应当牢固。'
const three = '第三条 长椅应当干净。'

test('an article keeps its paragraphs, items and sub-items apart', async () => {
  const entry = await parseRight(
    title,
    '第一条 有下列情形之一的，应当设置长椅：',
    '（一）步行道很长的；',
    '（二）有下列场所的：',
    '1.儿童活动场地；',
    '2.老年人活动场地。',
    '(三)居民联名提出的。',
    '前款的联名，不得少于十人。',
  )
  assert.deepEqual(articlesOf(entry)[0], {
    number: 1,
    insertion: 0,
    label: '第一条',
    guide: '',
    phrasings: [],
    paragraphs: [
      {
        text: '有下列情形之一的，应当设置长椅：',
        items: [
          { label: '（一）', text: '步行道很长的；', subitems: [] },
          {
            label: '（二）',
            text: '有下列场所的：',
            subitems: [
              { label: '1.', text: '儿童活动场地；' },
              { label: '2.', text: '老年人活动场地。' },
            ],
          },
          { label: '(三)', text: '居民联名提出的。', subitems: [] },
        ],
      },
      { text: '前款的联名，不得少于十人。', items: [] },
    ],
  })
})

test('items numbered 一、 may have （一） below them', async () => {
  const entry = await parseRight(
    title,
    '第一条 处罚如下：',
    '一、占用长椅的：',
    '（一）警告；',
    '（二）罚款。',
    '二、损坏长椅的，赔偿。',
  )
  const [paragraph] = articlesOf(entry)[0]?.paragraphs ?? []
  assert.deepEqual(
    paragraph?.items.map((item) => [item.label, item.subitems.map((sub) => sub.label)]),
    [
      ['一、', ['（一）', '（二）']],
      ['二、', []],
    ],
  )
})

test('inserted articles follow the one they were inserted after', async () => {
  const entry = await parseRight(title, one, '第一条之一 先查看。', '第一条之二 后设置。', two)
  assert.deepEqual(
    articlesOf(entry).map(({ number, insertion, label }) => [number, insertion, label]),
    [
      [1, 0, '第一条'],
      [1, 1, '第一条之一'],
      [1, 2, '第一条之二'],
      [2, 0, '第二条'],
    ],
  )
})

test('a gap is refused with both neighbours and the line', async () => {
  const { error, line } = await parseWrong(title, '', one, '', three)
  assert.equal(line, 5)
  assert.match(error, /第一条（第 3 行）之后是第三条（第 5 行），缺第二条/)
})

test('a long gap names its first and last article', async () => {
  const { error } = await parseWrong(title, one, '第五条 长椅应当结实。')
  assert.match(error, /缺第二条至第四条/)
})

test('a slip in the number of an article is pointed at', async () => {
  const { error, line } = await parseWrong(title, one, '笫二条 长椅应当牢固。', three)
  assert.equal(line, 3)
  assert.match(error, /缺第二条；第 3 行“笫二条 长椅应当牢固…”像是写错了的条号/)
})

test('an article that comes twice is refused with both lines', async () => {
  const { error, line } = await parseWrong(title, one, two, '第二条 长椅应当干净。')
  assert.equal(line, 4)
  assert.match(error, /第二条重复：第 3 行已有/)
})

test('a number that cannot be one is refused', async () => {
  const { error, line } = await parseWrong(title, one, '第二零条 长椅应当牢固。')
  assert.equal(line, 3)
  assert.match(error, /第二零条.*认不出/)
})

test('a text whose beginning is missing is refused', async () => {
  const { error, line } = await parseWrong(title, two, three)
  assert.equal(line, 2)
  assert.match(error, /从“第二条”开始，前面的条文不见了/)
})

test('a part of a code and an amendment may begin with any number', async () => {
  const part = await parseRight('# 公共设施法典', '# 长椅编', '第二百零五条 本编规定长椅。')
  assert.equal(part.title, '公共设施法典 长椅编')
  assert.equal(articlesOf(part)[0]?.number, 205)
  const amendment = await parseRight('# 公共设施法修正案（2031年）', '第三条 第五条修改。')
  assert.equal(articlesOf(amendment)[0]?.number, 3)
})

test('two regulations in one file are refused', async () => {
  const { error, line } = await parseWrong(title, one, two, '公共路灯管理办法', one)
  assert.equal(line, 5)
  assert.match(error, /像有两部法规/)
})

test('an article inside the line of another one is refused', async () => {
  const { error, line } = await parseWrong(title, `${one} ${two}`)
  assert.equal(line, 2)
  assert.match(error, /行内还有“第二条”/)
})

test('a cited article at the start of a paragraph is text', async () => {
  const entry = await parseRight(
    title,
    one,
    '第二条规定的长椅除外。',
    two,
    '第一条所称的人，是指居民。',
  )
  assert.deepEqual(
    articlesOf(entry).map((article) => article.paragraphs.length),
    [2, 2],
  )
})

test('a line that may be the next article or cite one is refused, not guessed', async () => {
  const { error, line } = await parseWrong(title, one, '第二条规定的长椅除外。')
  assert.equal(line, 3)
  assert.match(error, /分不清是条文还是引用/)
})

test('articles without a space behind the number are read', async () => {
  const entry = await parseRight(
    title,
    '第一条为了让人有地方坐，制定本办法。',
    '第二条长椅应当牢固。',
  )
  assert.equal(articlesOf(entry)[1]?.paragraphs[0]?.text, '长椅应当牢固。')
})

test('a space inside the number does not hide the article', async () => {
  const entry = await parseRight(title, one, '第二 条长椅应当牢固。', three)
  assert.deepEqual(articlesOf(entry)[1]?.paragraphs, [{ text: '长椅应当牢固。', items: [] }])
  assert.equal(articlesOf(entry)[1]?.label, '第二条')
  const citing = await parseRight(title, one, '第二 条规定的长椅除外。')
  assert.equal(articlesOf(citing).length, 2)
})

test('a list that runs on below another one stays one column of paragraphs', async () => {
  const entry = await parseRight(
    title,
    '第一条 下列用语的含义：',
    '（一）长椅，是指：',
    '两人以上的座椅，并且：',
    '1.有靠背的；',
    '2.没有靠背的。',
    '（二）路灯，是指灯。',
    '（三）公园，是指园。',
  )
  assert.deepEqual(
    articlesOf(entry)[0]?.paragraphs.map(({ text, items }) => [text, items.length]),
    [
      ['下列用语的含义：', 1],
      ['两人以上的座椅，并且：', 2],
      ['（二）路灯，是指灯。', 0],
      ['（三）公园，是指园。', 0],
    ],
  )
})

test('articles quoted from another text stay in the paragraph that quotes them', async () => {
  const entry = await parseRight(
    title,
    one,
    '增加两条：“',
    '第九条 不得躺卧。',
    '第十条 不得跳跃。”',
    two,
  )
  assert.equal(articlesOf(entry).length, 2)
  assert.equal(articlesOf(entry)[0]?.paragraphs.length, 4)
})

test('an article without words is refused', async () => {
  const { error, line } = await parseWrong(title, one, '第二条', three)
  assert.equal(line, 3)
  assert.match(error, /第二条没有内容/)
})

test('signatures, tables and annexes below the last article are no part of it', async () => {
  const signed = await parseRight(title, one, two, '区人民政府', '2031年3月5日')
  assert.deepEqual(signed.appendix, ['区人民政府', '2031年3月5日'])
  const annexed = await parseRight(title, one, two, '附件一：长椅的样式', '第一条 样式自定。')
  assert.deepEqual(annexed.appendix, ['附件一：长椅的样式', '第一条 样式自定。'])
  assert.equal(articlesOf(annexed).length, 2)
})

test('a decision with a regulation in its annex is refused', async () => {
  const { error, line } = await parseWrong(
    '# 关于修改办法的决定',
    '一、删去第二条。',
    '附：',
    one,
    two,
  )
  assert.equal(line, 3)
  assert.match(error, /另有带条号的法规/)
})

test('a text without articles is kept paragraph by paragraph', async () => {
  const entry = await parseRight(
    '# 关于长椅问题的批复',
    '你局的请示收悉，答复如下：',
    '一、可以坐。',
    '二、不可以躺。',
    '此复。',
  )
  assert.equal(articlesOf(entry).length, 0)
  assert.deepEqual(
    entry.preamble.map((paragraph) => paragraph.text),
    ['你局的请示收悉，答复如下：', '一、可以坐。', '二、不可以躺。', '此复。'],
  )
})

test('text copied with its line breaks is refused', async () => {
  const broken = [
    '长椅应当设在行人走累了的时候最想坐下来歇一歇的那种',
    '地方，具体位置由园林部门会同街道办事处听取居民的意见',
    '以后提出来，报区人民政府批准以后再向社会公布并且',
    '在公布以后的三十日以内设置完毕，设置完毕以后',
    '还应当验收。',
  ]
  const { error, line } = await parseWrong(
    title,
    `第一条 ${broken[0]}`,
    ...broken.slice(1),
    `第二条 ${broken[0]}`,
    ...broken.slice(1),
  )
  assert.equal(line, 2)
  assert.match(error, /句子没有写完就换行了/)
})

test('articles and chapters are counted in digits of either width', async () => {
  const entry = await parseRight(
    title,
    '第１章 总则',
    '第１条 为了让人有地方坐，制定本办法。',
    '第1条之1 长椅分为两种。',
    '第２章 设置',
    '第２条 长椅应当牢固。',
    '第3条 长椅应当干净。',
  )
  assert.deepEqual(
    articlesOf(entry).map(({ number, label }) => [number, label]),
    [
      [1, '第１条'],
      [1, '第1条之1'],
      [2, '第２条'],
      [3, '第3条'],
    ],
  )
  assert.deepEqual(
    entry.divisions.map(({ label }) => label),
    ['第１章', '第２章'],
  )
  const lost = await parseWrong(title, '第１条 坐。第２条 躺。', '第３条 站。')
  assert.match(lost.error, /行内还有“第２条”/)
})
