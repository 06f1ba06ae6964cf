import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSource } from '@portal/content/law/read'
import { drawing, packDocx, part, run, type RawWord } from '../../support/law/docx.ts'
import { articlesOf, parseBytes, parseRight, parseWrong } from '../../support/law/parse.ts'
import { box, cell, drawn, field, p, row, styled } from '../../support/law/xml.ts'

const title = '公共长椅管理办法'
const [first, last] = ['第一条 为了坐好，制定本办法。', '第三条 本办法自公布之日起施行。']

/** A Word file of a law whose second article is given. */
function docx(second: string, more: Omit<RawWord, 'body'> = {}): Buffer {
  const body = p(title) + p(first) + second + p(last)
  return packDocx({ body, ...more })
}

async function second(bytes: Buffer): Promise<string> {
  const parsed = await parseBytes('law.docx', bytes)
  if (!parsed.ok) return assert.fail(parsed.error)
  const [paragraph] = articlesOf(parsed.regulation)[1]?.paragraphs ?? []
  return [paragraph?.text, ...(paragraph?.items ?? []).map(({ label, text }) => label + text)].join(
    '',
  )
}

async function refusal(
  name: string,
  bytes: Buffer,
): Promise<{ error: string; line: number | null }> {
  const parsed = await parseBytes(name, bytes)
  return parsed.ok ? assert.fail('was read, and should have been refused') : parsed
}

describe('an article put in between', () => {
  const openings = [
    '第二条之一【靠背】设靠背。',
    '第二条之一　设靠背。',
    '第二条之一设靠背。',
    '第2条之1 设靠背。',
    '第二条之一〔靠背〕设靠背。',
  ]
  for (const opening of openings) {
    it(`is one of its own: ${opening}`, async () => {
      const entry = await parseRight(title, first, '第二条 设长椅。', opening, last)
      assert.deepEqual(
        articlesOf(entry).map(({ number, insertion }) => [number, insertion]),
        [
          [1, 0],
          [2, 0],
          [2, 1],
          [3, 0],
        ],
      )
    })
  }

  it('is told from one that is only cited, or refused with its line', async () => {
    const cited = await parseRight(
      title,
      first,
      '第二条 设长椅。',
      '第二条之一【靠背】设靠背。',
      '第二条之一规定的靠背，应当结实。',
      last,
    )
    assert.equal(articlesOf(cited).length, 4)
    const unsure = await parseWrong(
      title,
      first,
      '第二条 设长椅。',
      '第二条之一规定的靠背，应当结实。',
      last,
    )
    assert.equal(unsure.line, 4)
    assert.match(unsure.error, /分不清是条文还是引用/)
    const gap = await parseWrong(
      title,
      first,
      '第二条 设长椅。',
      '第二条之二【靠背】设靠背。',
      last,
    )
    assert.equal(gap.line, 4)
  })

  it('is not swallowed by the line before it', async () => {
    const lost = await parseWrong(title, first, '第二条 设长椅。第二条之一【靠背】设靠背。', last)
    assert.match(lost.error, /行内还有“第二条之一”/)
  })
})

describe('radicals out of a PDF', () => {
  const lines = [
    '公共长椅管理办法',
    '第一条 为了⼈⺠坐好，制定本办法。',
    '第二条 区⻓、部⻔负责人当⾯答复。',
  ]
  for (const name of ['law.txt', 'law.md', 'law.html', 'law.docx']) {
    it(`are the usual characters in ${name}, and it is said`, async () => {
      const html = lines.map((line) => `<p>${line}</p>`).join('')
      const text = name.endsWith('html') ? html : lines.join('\n\n')
      const word = packDocx({ body: lines.map((line) => p(line)).join('') })
      const bytes = name.endsWith('docx') ? word : Buffer.from(text)
      const read = await readSource(name, bytes)
      assert.ok(read.ok)
      assert.match(read.source.notes?.join() ?? '', /部首字符.*⻓→长/)
      const parsed = await parseBytes(name, bytes)
      assert.ok(parsed.ok)
      const text1 = articlesOf(parsed.regulation)
        .flatMap((one) => one.paragraphs.map((two) => two.text))
        .join('')
      assert.equal(text1, '为了人民坐好，制定本办法。区长、部门负责人当面答复。')
    })
  }
})

describe('what a reader of a Word file sees is in the law', () => {
  it('fields, raised digits, characters in a ring, symbols, readings, merged cells', async () => {
    const up = '<w:vertAlign w:val="superscript"/>'
    const simple = `<w:fldSimple w:instr=" REF a ">${run('五')}</w:fldSimple>`
    assert.equal(await second(docx(p(run('第二条 见第') + simple + run('项。')))), '见第五项。')
    assert.equal(
      await second(docx(p(run('第二条 长 10') + styled(up, '3') + run(' 毫米。')))),
      '长 10³ 毫米。',
    )
    assert.equal(
      await second(docx(p(run('第二条 分') + field('eq \\o\\ac(○,1)') + run('类。')))),
      '分①类。',
    )
    const power =
      '<m:oMath><m:r><m:t>S=a</m:t></m:r><m:sSup><m:e><m:r><m:t>h</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>'
    assert.equal(await second(docx(p(run('第二条 按') + power + run('计。')))), '按S=ah²计。')
    const ruby = `<w:r><w:ruby><w:rt>${run('yǒng')}</w:rt><w:rubyBase>${run('埇')}</w:rubyBase></w:ruby></w:r>`
    assert.equal(await second(docx(p(run('第二条 在') + ruby + run('桥。')))), '在埇桥。')
    assert.equal(
      await second(
        docx(
          p(
            `${run('第二条 经')}<w:del><w:r><w:delText>不</w:delText></w:r></w:del><w:ins>${run('可')}</w:ins>${run('坐。')}`,
          ),
        ),
      ),
      '经可坐。',
    )
  })

  it('what is hidden or stands around the text is left out, and it is said', async () => {
    const header = part('word/header1.xml', 'w:hdr', p('清水区公报'))
    const related = [{ id: 'r9', type: 'header', target: 'header1.xml' }]
    const bytes = docx(p(run('第二条 坐。') + styled('<w:vanish/>', '内部')), {
      related,
      parts: [header],
    })
    assert.equal(await second(bytes), '坐。')
    const read = await readSource('law.docx', bytes)
    assert.ok(read.ok)
    assert.deepEqual(read.source.notes, ['隐藏的文字没有读入', '页眉页脚没有读入'])
  })

  const link = { id: 'r9', type: 'image', target: 'http://192.168.1.9/a.png', external: true }
  const image = { id: 'r9', type: 'image', target: 'media/image1.jpeg' }
  const picture = { related: [image], parts: [{ name: 'word/media/image1.jpeg', text: 'x' }] }
  const half =
    '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>'
  const ole = '<w:r><w:object><o:OLEObject ProgID="Equation.DSMT4"/></w:object></w:r>'
  const byStyle = {
    styles:
      '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="项"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  }
  const refused: [what: string, second: string, words: RegExp, more?: Omit<RawWord, 'body'>][] = [
    [
      'a number of a style',
      p('供水', '<w:pStyle w:val="x"/>'),
      /第 3 段用了 Word 的自动编号/,
      byStyle,
    ],
    ['a picture', p('第二条 见图。') + drawing('r:embed="r9"'), /第 3 段有图片.*录成文字/, picture],
    [
      'a picture of older programs',
      p(
        `${run('第二条 见图。')}<w:r><w:pict><v:shape><v:imagedata r:id="r9"/></v:shape></w:pict></w:r>`,
      ),
      /第 3 段有图片/,
      picture,
    ],
    [
      'a picture somewhere else',
      p('第二条 见图。') + drawing('r:link="r9"'),
      /第 3 段有链接来的图片/,
      { related: [link] },
    ],
    ['a box', p(run('第二条 见框。') + box(p('框内。'))), /第 3 段有文本框/],
    ['a drawn formula', p(run('第二条 占') + half + run('。')), /第 3 段的公式没法照原样.*1\/2/],
    [
      'an embedded formula',
      p(run('第二条 占') + ole + run('。')),
      /第 3 段有嵌入的表格、公式或文件/,
    ],
    [
      'words struck out',
      p(run('第二条 坐') + styled('<w:dstrike/>', '十年') + run('。')),
      /第 3 段有划了删除线的文字“十年”/,
    ],
    [
      'a diagram',
      p(
        run('第二条 见图。') +
          drawn('http://schemas.openxmlformats.org/drawingml/2006/diagram', ''),
      ),
      /SmartArt/,
    ],
    ['a text that is only pointed to', '<w:altChunk r:id="r9"/>', /嵌着别处的整段内容/],
    [
      'a symbol that nobody knows',
      p(`${run('第二条 ')}<w:r><w:sym w:font="方正" w:char="F123"/></w:r>`),
      /认不出的特殊符号/,
    ],
    [
      'words that nobody thought of',
      p('第二条 坐。') + `<x:own xmlns:x="urn:own">${p('别处来的话。')}</x:own>`,
      /“别处来的话。…”这里的文字没有全部读进来/,
    ],
  ]
  for (const [what, given, words, more] of refused) {
    it(`${what} is refused with its paragraph`, async () => {
      const { error, line } = await refusal('law.docx', docx(given, more))
      assert.match(error, words)
      assert.ok(line !== null)
    })
  }

  it('tables with merged cells and rows that begin later come in', async () => {
    const table = `<w:tbl>${row(cell(p('类'), '<w:vMerge w:val="restart"/>') + cell(p('长')))}${row(cell(p(''), '<w:vMerge/>') + cell(p('短')))}${row(cell(p('晚')), '<w:gridBefore w:val="1"/>')}</w:tbl>`
    const bytes = packDocx({ body: p(title) + p(first) + p('第二条 见附表。') + p('附表') + table })
    const parsed = await parseBytes('law.docx', bytes)
    assert.ok(parsed.ok, parsed.ok ? '' : parsed.error)
    assert.equal(parsed.regulation.appendix.join('').replace(/[\s|]/gu, ''), '附表类长短晚')
  })
})

describe('web pages and Markdown', () => {
  const page = (second: string) =>
    Buffer.from(
      `<body><p>${title}</p>\n<p>${first}</p>\n<p>第二条 ${second}</p>\n<p>${last}</p></body>`,
    )

  it('raised digits stay raised, readings go', async () => {
    const parsed = await parseBytes(
      'law.html',
      page('长 10<sup>3</sup> 毫米，在<ruby>埇<rt>yǒng</rt></ruby>桥。'),
    )
    assert.ok(parsed.ok, parsed.ok ? '' : parsed.error)
    assert.equal(articlesOf(parsed.regulation)[1]?.paragraphs[0]?.text, '长 10³ 毫米，在埇桥。')
    const entry = await parseRight(title, first, '第二条 长 10<sup>-3</sup> 米。', last)
    assert.equal(articlesOf(entry)[1]?.paragraphs[0]?.text, '长 10⁻³ 米。')
  })

  it('pictures, formulas and words struck out are refused with their line', async () => {
    for (const [second, words] of [
      ['见<img src="a.png" width="400">。', /图片/],
      ['占<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>。', /公式/],
      ['坐<del>十年</del>。', /删除线/],
    ] as const) {
      const { error, line } = await refusal('law.html', page(second))
      assert.match(error, words)
      assert.equal(line, 3)
    }
    const markdown = await parseWrong(title, first, '第二条 见 ![](a.png)。', last)
    assert.match(markdown.error, /图片/)
    assert.equal(markdown.line, 3)
  })

  it('an ornament of the site is no picture of the text', async () => {
    const parsed = await parseBytes('law.html', page('坐<img src="/images/icon_doc.gif">。'))
    assert.ok(parsed.ok, parsed.ok ? '' : parsed.error)
  })

  it('an annex outside the box of the text is told', async () => {
    const html = `<body><div id="Zoom"><p>${title}</p><p>${first}</p><p>第二条 坐。</p></div><p>附件：收费标准</p></body>`
    const read = await readSource('law.html', Buffer.from(html))
    assert.ok(read.ok)
    assert.match(read.source.notes?.join() ?? '', /另有附件，没有读入/)
  })
})
