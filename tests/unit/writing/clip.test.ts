import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { clip } from '../../../cms/src/writing/clip/clip.ts'
import { renderHtml } from '../../../site/src/library/markdown/html.ts'
import { parseMarkdown } from '../../../site/src/library/markdown/parse.ts'

const fromWord = (body: string) => `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:""; font-family:等线;} @list l0 {mso-list-id:1;} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`

const number = (text: string, level: number, marker: string) =>
  `<p class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'>
<![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>${marker}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<span lang=EN-US><o:p></o:p></span></p>`

describe('text copied from Word', () => {
  it('keeps headings, bold and paragraphs, and nothing of their looks', () => {
    const html = fromWord(`
<h1 align=center style='text-align:center'><span lang=EN-US style='font-size:22pt'>2026</span><span style='font-family:宋体'>年宣传月</span></h1>
<p class=MsoNormal style='text-indent:21.0pt;mso-char-indent-count:2.0'><span style='font-family:宋体;
mso-ascii-font-family:Calibri'>区信访局在市民广场开展<b>集中
宣传</b>活动。</span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<h2>活动<b>安排</b></h2><p class=MsoNormal>　　上午九点。<br>下午三点。</p>`)
    assert.equal(
      clip(html).markdown,
      '## 2026年宣传月\n\n区信访局在市民广场开展**集中宣传**活动。\n\n### 活动安排\n\n上午九点。\\\n下午三点。',
    )
  })

  it('makes lists of list paragraphs, nested as they were', () => {
    const html = fromWord(
      number('带身份证', 1, '1.') +
        number('原件', 2, 'l') +
        number('复印件', 2, 'l') +
        number('写明诉求', 1, '2.'),
    )
    assert.equal(clip(html).markdown, '1. 带身份证\n   - 原件\n   - 复印件\n2. 写明诉求')
  })

  it('keeps numbers that mean something in an official text', () => {
    const html = fromWord(number('总体要求', 1, '一、') + number('提高认识', 2, '（一）'))
    assert.equal(clip(html).markdown, '一、总体要求\n\n（一）提高认识')
  })

  it('goes on counting where a list was interrupted', () => {
    const html = fromWord(`${number('一项', 1, '1.')}<p>中间的话</p>${number('二项', 1, '2.')}`)
    assert.equal(clip(html).markdown, '1. 一项\n\n中间的话\n\n2. 二项')
  })

  it('keeps tables, takes merged cells apart and says so', () => {
    const html = fromWord(`<table class=MsoTableGrid border=1 style='border-collapse:collapse'>
<tr><td width=100><p class=MsoNormal><b>事项</b></p></td><td colspan=2><p class=MsoNormal><b>期限</b></p></td></tr>
<tr><td rowspan=2><p>登记</p></td><td><p>15日</p><p>自收到之日起</p></td><td><p>第22条</p></td></tr>
<tr><td><p>a|b</p></td><td><p>&nbsp;</p></td></tr></table>`)
    const { markdown, notes } = clip(html)
    assert.match(notes.join(), /合并的单元格/)
    assert.deepEqual(markdown.split('\n'), [
      '| 事项 | 期限 | |',
      '| --- | --- | --- |',
      '| 登记 | 15日；自收到之日起 | 第22条 |',
      '| | a\\|b | |',
    ])
  })

  it('leaves pictures of the own disk out and counts them; old drawings are no text', () => {
    const html =
      fromWord(`<p class=MsoNormal>前<!--[if gte vml 1]><v:shape style='width:100pt'><v:imagedata
src="file:///C:/Temp/msohtmlclip1/01/clip_image001.png" o:title=""/></v:shape><![endif]--><![if !vml]><img
width=100 src="file:///C:/Temp/msohtmlclip1/01/clip_image002.jpg" v:shapes="图片_1"><![endif]>后</p>`)
    const { markdown, notes } = clip(html)
    assert.equal(markdown, '前后')
    assert.match(notes.join(), /^1 张图片没有带过来/)
  })

  it('keeps a footnote as text', () => {
    const html = fromWord(`<p class=MsoNormal>依据条例<a style='mso-footnote-id:ftn1' href="#_ftn1"
name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>。</p><div style='mso-element:footnote-list'><br clear=all>
<hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> 2022年施行</p></div></div>`)
    assert.equal(clip(html).markdown, '依据条例\\[1]。\n\n---\n\n\\[1] 2022年施行')
  })
})

describe('what looks for the eye and means something', () => {
  it('raised and lowered digits are never digits of the line', () => {
    const html =
      '<p>2×10<sup>3</sup> m<sup><span>3</span></sup>，10<span style="vertical-align:super">-6</span>，' +
      'SO<sub>2</sub>，x<sup>a/b</sup>，第二条<sup>[1]</sup>，前款<sup>注</sup></p>'
    assert.equal(clip(html).markdown, '2×10³ m³，10⁻⁶，SO₂，x^(a/b)，第二条\\[1]，前款注')
  })

  it('a reading above a word goes, the word stays', () => {
    const html = '<p><ruby>埇<rp>(</rp><rt>yǒng</rt><rp>)</rp></ruby>桥</p>'
    assert.equal(clip(html).markdown, '埇桥')
  })

  it('radicals out of a PDF are the characters that they look like', () => {
    assert.equal(
      clip('<p>⼈⺠信访，区⻓接待，当⾯答复</p>').markdown,
      '人民信访，区长接待，当面答复',
    )
    assert.equal(clip('<p>偏旁亻和扌，丨，丶</p>').markdown, '偏旁亻和扌，丨，丶')
  })

  it('a formula of a web page is a line of text', () => {
    const html =
      '<p>式：<math><mi>S</mi><mo>=</mo><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>' +
      '<msup><mi>h</mi><mn>2</mn></msup></math></p>'
    assert.equal(clip(html).markdown, '式：S=(a+b)/2h²')
  })

  it('a table in a cell, and a list in a cell, keep their words and numbers', () => {
    const html =
      '<table><tr><td>周一</td><td><table><tr><td>上午</td><td>9时</td></tr><tr><td>下午</td><td>14时</td></tr></table></td></tr>' +
      '<tr><td>材料</td><td><ol start=2><li>原件</li><li>复印件</li></ol></td></tr></table>'
    const { markdown, notes } = clip(html)
    assert.deepEqual(markdown.split('\n'), [
      '| 周一 | 上午 9时；下午 14时 |',
      '| --- | --- |',
      '| 材料 | 2. 原件；3. 复印件 |',
    ])
    assert.match(notes.join(), /套着的表格/)
  })

  it('two lists that follow each other stay two', () => {
    const html = fromWord(
      number('甲一', 1, '1.') +
        number('甲二', 1, '2.') +
        number('乙一', 1, '1.') +
        number('乙二', 1, '2.'),
    )
    const { markdown } = clip(html)
    const shown = renderHtml(parseMarkdown(markdown), { base: '', headingLevel: 2 })
    assert.equal(shown.match(/<ol/g)?.length, 2, markdown)
    assert.equal(clip(shown).markdown, markdown)
  })

  it('numbers in any writing stay; only bullets become bullets', () => {
    const html = fromWord(
      number('供水', 1, '第一条') +
        number('排水', 1, '1.1') +
        number('热力', 1, 'IV') +
        number('燃气', 1, 'l'),
    )
    assert.equal(clip(html).markdown, '第一条 供水\n\n1.1 排水\n\nIV 热力\n\n- 燃气')
  })

  it('links that only the office reaches lose their address, and it is said', () => {
    const inside = [
      'http://10.2.3.4/oa',
      'http://oa/x',
      'https://wj.qingshui.local/a',
      'file:///D:/a.doc',
    ]
    const more = [
      'http://192.168.1.8:8080/',
      'http://172.20.0.1/',
      'http://[fd00::1]/',
      '\\\\server\\share',
    ]
    for (const address of [...inside, ...more]) {
      const { markdown, notes } = clip(`<p>见<a href="${address}">附表</a></p>`)
      assert.equal(markdown, '见附表', address)
      assert.match(notes.join(), /1 个链接通向单位内网/, address)
    }
    for (const address of [
      'https://www.gov.cn/',
      'http://172.40.1.1/',
      'https://local.example.com/a',
    ]) {
      const { markdown, notes } = clip(`<p>见<a href="${address}">附表</a></p>`)
      assert.equal(markdown, `见[附表](${address})`)
      assert.deepEqual(notes, [])
    }
  })

  it('symbols of Word are characters that every font has', () => {
    const html = `<p><span style='font-family:"Wingdings 2"'>R</span>同意<span style="font-family:Wingdings">¨</span>不同意</p>`
    assert.equal(clip(html).markdown, '☑同意☐不同意')
  })

  it('films and frames are missed aloud', () => {
    const { notes } = clip('<p>看<video src=x></video><iframe src=y></iframe></p>')
    assert.match(notes.join(), /2 处视频或嵌入/)
  })
})

describe('text copied from WPS and the web', () => {
  it('keeps the structure of WPS', () => {
    const html = `<html><head><meta name="ProgId" content="Word.Document"/><style>@font-face{font-family:"宋体"}</style></head>
<body style="tab-interval:21pt"><!--StartFragment--><h2><b><span style="mso-spacerun:'yes';font-family:黑体;font-size:16pt">办理流程</span></b></h2>
<p class=MsoNormal style="mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span><span style="mso-list:Ignore">1.<span>&nbsp;</span></span></span><!--[endif]--><span style="font-weight:bold">登记</span></p>
<p class=MsoNormal style="mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span><span style="mso-list:Ignore">2.</span></span><!--[endif]-->转送</p><!--EndFragment--></body></html>`
    assert.equal(clip(html).markdown, '## 办理流程\n\n1. **登记**\n2. 转送')
  })

  it('keeps links that lead somewhere, and the words of all others', () => {
    const html =
      '<p><a href="https://www.gov.cn/a_b">网站</a><a href="javascript:alert(1)">脚本</a>' +
      '<a href="data:text/html,x">数据</a><a href="file:///C:/x">磁盘</a><a href="/guides/">指南</a>' +
      '<a href="mailto:a@example.com">邮箱</a><a href="tel:12345">电话</a></p>'
    assert.equal(
      clip(html).markdown,
      '[网站](https://www.gov.cn/a_b)脚本数据磁盘[指南](/guides/)[邮箱](mailto:a@example.com)[电话](tel:12345)',
    )
  })

  it('takes two line breaks as a new paragraph, and a bold that is none as text', () => {
    const html = '<b style="font-weight:normal"><div>一<br><br>二<br>三</div></b>'
    assert.equal(clip(html).markdown, '一\n\n二\\\n三')
  })

  it('drops hidden text, scripts and forms, and unwraps a table that lays out the page', () => {
    const html =
      '<div style="display:none">藏</div><script>alert(1)</script><button>点</button>' +
      '<table><tr><td><p>正文</p></td></tr></table><iframe src="http://10.0.0.1/"></iframe>'
    assert.equal(clip(html).markdown, '正文')
  })

  it('keeps pictures of the media library with their captions', () => {
    const html =
      '<figure><img src="/uploads/a_1.jpg" alt="广场"><figcaption>活动现场</figcaption></figure>' +
      '<img src="http://169.254.169.254/x.png">'
    const { markdown, notes } = clip(html)
    assert.equal(markdown, '![广场](media/a_1.jpg "活动现场")')
    assert.match(notes.join(), /^1 张图片没有带过来/)
  })

  it('never makes more than text of what is pasted', () => {
    const bit = fc.constantFrom(
      '<p>',
      '</p>',
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<a href="javascript:alert(1)">',
      '</a>',
      '&lt;script&gt;',
      '<table><tr><td>',
      '</td></tr></table>',
      '<li>',
      '<ul>',
      '<b>',
      '</b>',
      '<!--[if x]>',
      '<![endif]-->',
      '<svg onload=alert(1)>',
      '<p style="mso-list:l0 level3 lfo1">',
      '](javascript:alert(1))',
      '字',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(bit, fc.string({ maxLength: 5 })), { maxLength: 14 }),
        (parts) => {
          const { markdown } = clip(parts.join(''))
          const html = renderHtml(parseMarkdown(markdown), { base: '', headingLevel: 2 })
          assert.doesNotMatch(
            html,
            /<(?:script|svg|img|iframe)|(?:href|src)="\s*(?:javascript|data):/i,
          )
        },
      ),
      { numRuns: 600 },
    )
  })
})
