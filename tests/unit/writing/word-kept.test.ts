import { describe, it } from 'node:test'
import { run } from '../../support/law/docx.ts'
import { box, cell, drawn, field, p, row, styled } from '../../support/law/xml.ts'
import { keeps } from '../../support/files/word-conversion.ts'

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
