import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import sharp from 'sharp'
import { drawing, packDocx, part, run } from '../../support/law/docx.ts'
import { cell, drawn, p, row, styled } from '../../support/law/xml.ts'
import { closing, convert, keeps, taken, title } from '../../support/files/word-conversion.ts'

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
    const converted = await convert(
      packDocx({ body: [title, ...paragraphs].map((one) => p(one)).join('') }),
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
    const converted = await convert(bytes)
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
    const converted = await convert(packDocx({ body, strict: true }))
    assert.ok(converted.ok && converted.markdown.startsWith('10³'))
    assert.deepEqual(converted.notes, [])
  })
})
