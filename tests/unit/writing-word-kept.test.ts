import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { convertWord } from '../../cms/src/writing/word/convert.ts'
import { drawing, packDocx, part, run, type RawWord } from '../support/law/docx.ts'
import { box, cell, drawn, field, p, row, styled } from '../support/law/xml.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'word-test-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const title = '关于供水的说明'
const closing = '以上情况已说明。'

/** What comes of a document between its title and its last paragraph. */
async function taken(raw: RawWord | string): Promise<{ text: string; notes: string }> {
  const { body, ...rest } = typeof raw === 'string' ? { body: raw } : raw
  const bytes = packDocx({ body: p(title) + body + p(closing), ...rest })
  const converted = await convertWord(bytes, folder)
  if (!converted.ok) return assert.fail(converted.error)
  assert.equal(converted.title, title)
  assert.ok(converted.markdown.endsWith(closing), converted.markdown)
  const text = converted.markdown.slice(0, -closing.length).trim()
  return { text, notes: converted.notes.join('\n') }
}

async function keeps(raw: RawWord | string, text: string, notes: RegExp | '' = ''): Promise<void> {
  const found = await taken(raw)
  assert.equal(found.text, text)
  if (notes) assert.match(found.notes, notes)
  else assert.equal(found.notes, '')
}

describe('words of a Word document that its reader sees', () => {
  it('fields: simple ones, stored results, boxes to tick, choices', async () => {
    const simple = (instruction: string, words: string) =>
      `<w:fldSimple w:instr="${instruction}">${run(words)}</w:fldSimple>`
    await keeps(
      p(run('表') + simple(' SEQ 表 ', '3') + run('，') + field('REF _a \\h', '五') + run('项')),
      '表3，五项',
    )
    const form = (data: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const tick = (on: number) =>
      form(`<w:checkBox><w:default w:val="0"/><w:checked w:val="${on}"/></w:checkBox>`)
    await keeps(p(run('是') + tick(1) + run('否') + tick(0)), '是☑否☐')
    const list = form(
      '<w:ddList><w:result w:val="1"/><w:listEntry w:val="城东"/><w:listEntry w:val="城西"/></w:ddList>',
    )
    await keeps(p(run('街道：') + list), '街道：城西')
    await keeps(p(run('请') + field('MACROBUTTON None [单击填写]') + run('。')), '请\\[单击填写]。')
    await keeps(
      p(run('见') + field('AUTHOR') + run('。')),
      '见。',
      /第 2 段有 Word 自动生成的内容（AUTHOR）没有带入/,
    )
  })

  it('a field worked out from other fields shows its result only', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const told = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
    const nested =
      mark('begin') +
      told(' IF ') +
      field('MERGEFIELD 街道', '城东') +
      told(' = "城东" "是" "否" ') +
      mark('separate') +
      run('是') +
      mark('end')
    await keeps(p(run('本街道：') + nested), '本街道：是')
  })

  it('characters in a ring, fractions and roots of EQ fields', async () => {
    const ring = (inside: string) => field(`eq \\o\\ac(○,${inside})`)
    await keeps(p(ring('1') + run('登记') + ring('21') + run('转送') + ring('印')), '①登记㉑转送㊞')
    await keeps(
      p(run('占') + field('eq \\f(1,3)') + run('以上')),
      '占1/3以上',
      /公式写成了一行文字：“1\/3”/,
    )
    await keeps(
      p(field('eq \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(chóng),种)') + run('玛')),
      '种玛',
    )
  })

  it('ruby: the words, not their readings', async () => {
    const ruby = (base: string, reading: string) =>
      `<w:r><w:ruby><w:rt>${run(reading)}</w:rt><w:rubyBase>${run(base)}</w:rubyBase></w:ruby></w:r>`
    await keeps(p(run('在') + ruby('埇', 'yǒng') + run('桥')), '在埇桥', /注音没有带入：“yǒng”/)
  })

  it('formulas, inside a line and on a line of their own', async () => {
    const r = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`
    const fraction = `<m:f><m:num>${r('a+b')}</m:num><m:den>${r('2')}</m:den></m:f>`
    const root = `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${r('x')}</m:e></m:rad>`
    const sum = `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${r('i=1')}</m:sub><m:sup>${r('n')}</m:sup><m:e>${r('x')}</m:e></m:nary>`
    const brackets = `<m:d><m:e>${r('c')}</m:e></m:d>`
    await keeps(
      p(`${run('式：')}<m:oMath>${r('S=')}${fraction}${root}${sum}${brackets}</m:oMath>`),
      '式：S=(a+b)/2√x∑\\_(i=1)^(n)x(c)',
      /公式写成了一行文字/,
    )
    const power = `<m:sSup><m:e>${r('10')}</m:e><m:sup>${r('-3')}</m:sup></m:sSup>`
    await keeps(p(`<m:oMathPara><m:oMath>${r('K=')}${power}</m:oMath></m:oMathPara>`), 'K=10⁻³')
  })

  it('boxes, boxes for older programs, words drawn as a picture', async () => {
    await keeps(
      p(run('见框。') + box(p('十五日内办结。'))),
      '见框。\n\n十五日内办结。',
      /文本框里的文字放在了/,
    )
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(p('三楼窗口。')).replace(/^<w:r>|<\/w:r>$/g, '')}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p('三楼窗口。')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    await keeps(p(run('另见：') + both), '另见：\n\n三楼窗口。', /文本框/)
    const art = '<w:r><w:pict><v:shape><v:textpath string="便民服务"/></v:shape></w:pict></w:r>'
    await keeps(p(run('横幅：') + art), '横幅：\n\n便民服务', /便民服务/)
    const grouped = drawn(
      'urn:g',
      `<wpg:wgp><wps:wsp><wps:txbx><w:txbxContent>${p('组内文字。')}</w:txbxContent></wps:txbx></wps:wsp></wpg:wgp>`,
    )
    await keeps(p(run('图：') + grouped), '图：\n\n组内文字。', /文本框/)
  })

  it('raised and lowered digits, by property, by style and by height', async () => {
    const up = '<w:vertAlign w:val="superscript"/>'
    const down = '<w:vertAlign w:val="subscript"/>'
    const styles = `<w:style w:type="character" w:styleId="up"><w:name w:val="上标"/><w:rPr>${up}</w:rPr></w:style>`
    await keeps(
      p(
        run('10') +
          styled(up, '3') +
          run('，10') +
          styled(up, '-6') +
          run('，SO') +
          styled(down, '2'),
      ),
      '10³，10⁻⁶，SO₂',
    )
    await keeps({ body: p(run('120 m') + styled('<w:rStyle w:val="up"/>', '2')), styles }, '120 m²')
    await keeps(p(run('120 m') + styled('<w:position w:val="8"/>', '2')), '120 m²')
    await keeps(p(run('全文') + styled(up, '注') + run('。')), '全文注。')
  })

  it('symbols of fonts that only Word has', async () => {
    const symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    await keeps(
      p(
        symbol +
          run('同意') +
          styled('<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>', 'R'),
      ),
      '☑同意☑',
    )
    await keeps(
      p(run('甲') + '<w:r><w:sym w:font="方正符号" w:char="F123"/></w:r>' + run('乙')),
      '甲乙',
      /第 2 段有认不出的特殊符号/,
    )
  })

  it('controls, smart tags, text that runs from right to left, marks of a line', async () => {
    const control = `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${run('☒')}</w:sdtContent></w:sdt>`
    await keeps(
      p(
        run('是') +
          control +
          '<w:smartTag>' +
          run('城东') +
          '</w:smartTag><w:bdo>' +
          run('街道') +
          '</w:bdo>',
      ),
      '是☒城东街道',
    )
    await keeps(`<w:sdt><w:sdtContent>${p('整段的控件。')}</w:sdtContent></w:sdt>`, '整段的控件。')
    const marks =
      '<w:r><w:t>区</w:t><w:softHyphen/><w:t>长</w:t><w:noBreakHyphen/><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br w:type="page"/><w:t>C</w:t><w:cr/><w:t>D</w:t></w:r>'
    await keeps(p(marks), '区长-A B\\\nC\\\nD')
  })

  it('struck once or twice, and changes that were recorded', async () => {
    await keeps(
      p(run('原定') + styled('<w:dstrike/>', '十月') + run('十一月')),
      '原定~~十月~~十一月',
    )
    await keeps(
      p(
        `${run('应当')}<w:del><w:r><w:delText>三十</w:delText></w:r></w:del><w:ins>${run('十五')}</w:ins>${run('日内')}`,
      ),
      '应当十五日内',
      /修订记录/,
    )
  })

  it('rows that begin later, merged cells, tables in cells', async () => {
    const later = row(cell(p('周五')) + cell(p('上午')), '<w:gridBefore w:val="1"/>')
    const inner = `<w:tbl>${row(cell(p('上午')) + cell(p('9时')))}</w:tbl>${p('')}`
    const body = `<w:tbl>${row(cell(p('街道')) + cell(p('日')) + cell(p('时')))}${row(cell(p('城东')) + cell(p('周一')) + cell(inner))}${later}</w:tbl>`
    await keeps(
      body,
      '| 街道 | 日 | 时 |\n| --- | --- | --- |\n| 城东 | 周一 | 上午 9时 |\n| | 周五 | 上午 |',
      /表格里合并的/,
    )
    const merged = `<w:tbl>${row(cell(p('甲'), '<w:vMerge w:val="restart"/>') + cell(p('乙')))}${row(cell(p(''), '<w:vMerge/>') + cell(p('丙'), '<w:gridSpan w:val="1"/>'))}</w:tbl>`
    await keeps(merged, '| 甲 | 乙 |\n| --- | --- |\n| | 丙 |', /表格里合并的/)
  })
})

describe('numbers that Word itself makes', () => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
  const list = (id: number, levels: string) =>
    `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
  const use = (id: number, list: number, more = '') =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${list}"/>${more}</w:num>`
  const item = (text: string, id: number, at = 0) =>
    p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`)

  it('are counted as Word counts them, level by level', async () => {
    const numbering =
      list(
        0,
        level(0, 'chineseCounting', '第%1条') +
          level(1, 'chineseCounting', '（%2）') +
          level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>'),
      ) + use(1, 0)
    const body =
      item('总则', 1) +
      item('甲', 1, 1) +
      item('乙', 1, 1) +
      item('丙', 1, 2) +
      item('分则', 1) +
      item('丁', 1, 1)
    await keeps(
      { body, numbering },
      '第一条 总则\n\n（一）甲\n\n（二）乙\n\n1.2.1 丙\n\n第二条 分则\n\n（一）丁',
      /自动编号已写成文字/,
    )
  })

  it('come through styles, and lists that begin anew stay two', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="k"><w:name w:val="条款"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="kf"><w:name w:val="条款仿宋"/><w:basedOn w:val="k"/></w:style>'
    const numbering = list(0, level(0, 'decimalEnclosedCircle', '%1')) + use(1, 0)
    const by = '<w:pStyle w:val="kf"/>'
    await keeps(
      { body: p('登记', by) + p('转送', by), styles, numbering },
      '①登记\n\n②转送',
      /自动编号/,
    )
    const two =
      list(0, level(0, 'decimal', '%1.')) +
      use(1, 0) +
      use(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    const body = item('甲一', 1) + item('甲二', 1) + item('乙一', 2) + item('乙二', 2)
    await keeps({ body, numbering: two }, '1. 甲一\n2. 甲二\n\n1) 乙一\n2) 乙二', /自动编号/)
    const on = item('一', 1) + p('中间的话。') + item('二', 1)
    await keeps({ body: on, numbering: two }, '1. 一\n\n中间的话。\n\n2. 二', /自动编号/)
  })

  it('bullets are bullets, headings keep their number, an unknown writing is said', async () => {
    const numbering =
      list(0, level(0, 'bullet', '\uf06c')) +
      use(1, 0) +
      list(1, level(0, 'chineseCounting', '第%1章')) +
      use(2, 1) +
      list(2, level(0, 'hindiVowels', '%1.')) +
      use(3, 2)
    await keeps({ body: item('甲', 1) + item('乙', 1), numbering }, '- 甲\n- 乙')
    const heading = p(
      '总则',
      '<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>',
    )
    await keeps({ body: heading, numbering }, '## 第一章 总则', /自动编号/)
    await keeps({ body: item('甲', 3), numbering }, '1. 甲', /写法认不出/)
  })
})

describe('what does not come in is named', () => {
  it('hidden words and rows, by property and by style; faint ones are pointed out', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="h"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style>'
    const body = p(
      run('经查，') +
        styled('<w:vanish/>', '（内部意见）') +
        styled('<w:rStyle w:val="h"/>', '（内部编号）') +
        styled('<w:vanish w:val="0"/>', '属实。'),
    )
    await keeps(
      { body, styles },
      '经查，属实。',
      /隐藏的文字或图片没有带入：“（内部意见）”、“（内部编号）”/,
    )
    const table = `<w:tbl>${row(cell(p('甲')) + cell(p('乙')))}${row(cell(p('密一')) + cell(p('密二')), '<w:hidden/>')}</w:tbl>`
    await keeps(table, '| 甲 | 乙 |\n| --- | --- |', /隐藏的.*“密一密二”/)
    await keeps(
      p(run('公开') + styled('<w:color w:val="FFFFFF"/>', '白字')),
      '公开白字',
      /“白字”在原文里是白色或极小的字/,
    )
  })

  it('pictures that are only linked, charts, diagrams, embedded files', async () => {
    const linked = { id: 'r9', type: 'image', target: 'file:///D:/a.png', external: true }
    await keeps({ body: drawing('r:link="r9"'), related: [linked] }, '', /1 张图片不在文档里/)
    const old = '<w:r><w:pict><v:shape><v:imagedata r:id="r9"/></v:shape></w:pict></w:r>'
    await keeps({ body: p(old), related: [linked] }, '', /1 张图片不在文档里/)
    const chart = part(
      'word/charts/chart1.xml',
      'c:chartSpace',
      '<c:chart><c:v>受理量</c:v></c:chart>',
    )
    const uri = 'http://schemas.openxmlformats.org/drawingml/2006'
    await keeps(
      {
        body: p(drawn(`${uri}/chart`, '<c:chart r:id="r8"/>')),
        related: [{ id: 'r8', type: 'chart', target: 'charts/chart1.xml' }],
        parts: [chart],
      },
      '',
      /图表没有带入（其中有“受理量”）/,
    )
    const diagram = part(
      'word/diagrams/data1.xml',
      'dgm:dataModel',
      '<a:p><a:r><a:t>登记</a:t></a:r></a:p><a:p><a:r><a:t>转送</a:t></a:r></a:p>',
    )
    await keeps(
      {
        body: p(drawn(`${uri}/diagram`, '<dgm:relIds r:dm="r8"/>')),
        related: [{ id: 'r8', type: 'diagramData', target: 'diagrams/data1.xml' }],
        parts: [diagram],
      },
      '',
      /SmartArt）没有带入，里面的文字是“登记 转送”/,
    )
    const object =
      '<w:r><w:object><v:shape><v:imagedata r:id="r8"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    await keeps(
      {
        body: p(run('见') + object),
        related: [{ id: 'r8', type: 'image', target: 'media/image1.emf' }],
        parts: [{ name: 'word/media/image1.emf', text: 'x' }],
      },
      '见',
      /嵌入的Excel 表格没有带入/,
    )
  })

  it('pictures inside groups come in', async () => {
    const picture = await sharp({
      create: { width: 20, height: 20, channels: 3, background: '#345' },
    })
      .jpeg()
      .toBuffer()
    const group = drawn(
      'urn:g',
      '<wpg:wgp><pic:pic><pic:blipFill><a:blip r:embed="r9"/></pic:blipFill></pic:pic></wpg:wgp>',
    )
    await keeps(
      {
        body: p(group),
        related: [{ id: 'r9', type: 'image', target: 'media/image1.jpeg' }],
        parts: [{ name: 'word/media/image1.jpeg', text: picture }],
      },
      '![](media/word-picture-1.jpg)',
      /带入 1 张图片/,
    )
  })

  it('headers, footers and comments; not page numbers', async () => {
    const header = part('word/header1.xml', 'w:hdr', p('清水区信访局内部资料'))
    const footer = part('word/footer1.xml', 'w:ftr', p('第 1 页 共 3 页'))
    const comments = part(
      'word/comments.xml',
      'w:comments',
      `<w:comment w:id="0">${p('这里再核一下')}</w:comment>`,
    )
    const related = [
      { id: 'r7', type: 'header', target: 'header1.xml' },
      { id: 'r8', type: 'footer', target: 'footer1.xml' },
      { id: 'r9', type: 'comments', target: 'comments.xml' },
    ]
    const { text, notes } = await taken({
      body: p('一段。'),
      related,
      parts: [header, footer, comments],
    })
    assert.equal(text, '一段。')
    assert.equal(notes, '页眉页脚没有带入：“清水区信访局内部资料”。\n1 条批注没有带入。')
  })

  it('words that nobody thought of', async () => {
    const strange = `<x:own xmlns:x="urn:own">${p('别处来的话。')}</x:own>`
    await keeps(strange, '', /有文字没有带入：“别处来的话。”/)
  })

  it('links that only the office reaches', async () => {
    const link = `<w:hyperlink r:id="r9">${run('办件系统')}</w:hyperlink>`
    const related = [
      { id: 'r9', type: 'hyperlink', target: 'http://192.168.3.4/oa', external: true },
    ]
    await keeps({ body: p(run('见') + link), related }, '见办件系统', /1 个链接通向单位内网/)
  })
})

describe('the summary', () => {
  const summary = async (...paragraphs: string[]) => {
    const converted = await convertWord(
      packDocx({ body: [title, ...paragraphs].map((one) => p(one)).join('') }),
      folder,
    )
    return converted.ok ? converted.summary : assert.fail(converted.error)
  }

  it('is the first paragraph that says something, not a byline, a date or a salutation', async () => {
    const text = '今年以来，区信访局走访了一千二百户。'
    for (const line of [
      '本报记者 王小满 通讯员 李大有',
      '作者：王小满',
      '（区信访局 王小满）',
      '2026年11月3日',
      '来源：清水区信访局，2026年11月',
      '各街道办事处：',
      '王小满',
    ]) {
      assert.equal(await summary(line, text), text, line)
    }
    assert.equal(await summary('王小满', '李大有'), '')
  })
})

describe('files that are something else', () => {
  const refusal = async (bytes: Buffer) => {
    const converted = await convertWord(bytes, folder)
    return converted.ok ? assert.fail('it was taken in') : converted.error
  }
  const compound = (name: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.alloc(600),
      Buffer.from(name, 'utf16le'),
    ])

  it('are refused with what they are and what to do', async () => {
    assert.match(await refusal(compound('EncryptedPackage')), /设了密码：请在 Word 里去掉密码/)
    assert.match(
      await refusal(compound('WordDocument')),
      /旧版的 \.doc 或 \.wps 文件：请在 Word 或 WPS 里打开，另存为 \.docx/,
    )
    assert.match(await refusal(Buffer.from('{\\rtf1\\ansi')), /RTF/)
    assert.match(await refusal(Buffer.from('%PDF-1.7')), /PDF.*用 Word 打开/)
    assert.match(await refusal(Buffer.from('MIME-Version: 1.0\r\n')), /网页/)
    assert.match(await refusal(Buffer.from('<html><body>x</body></html>')), /网页/)
    const document = packDocx({ body: p('x') })
    const renamed = Buffer.from(
      document.toString('latin1').replaceAll('word/document.xml', 'ppt/slides/s1.xml'),
      'latin1',
    )
    assert.match(await refusal(renamed), /演示文稿/)
  })

  it('a text that is only pointed to is refused with how to save it again', async () => {
    const related = [{ id: 'r9', type: 'aFChunk', target: 'afchunk.mht' }]
    const bytes = packDocx({ body: `${p(title)}<w:altChunk r:id="r9"/>`, related })
    assert.match(await refusal(bytes), /嵌着别处的整段内容.*另存为 \.docx/)
  })

  it('a Strict Open XML file is read like any other', async () => {
    const raised = styled('<w:vertAlign w:val="superscript"/>', '3')
    const body = p(title) + p(run('10') + raised) + p(closing)
    const converted = await convertWord(packDocx({ body, strict: true }), folder)
    assert.ok(converted.ok && converted.markdown.startsWith('10³'))
    assert.deepEqual(converted.notes, [])
  })
})
