import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { renderHtml } from '../../../site/src/library/markdown/html.ts'
import { destination } from '../../../site/src/library/markdown/link.ts'
import { mediaIn, parseMarkdown } from '../../../site/src/library/markdown/parse.ts'
import { plainSections } from '../../../site/src/library/markdown/text.ts'

const picture = {
  sources: [{ type: 'image/webp', srcset: '/_astro/x.webp 400w' }],
  src: '/_astro/x.jpg',
  width: 400,
  height: 300,
}
const pictures = new Map([['media/x.jpg', picture]])
const html = (text: string, base = '') =>
  renderHtml(parseMarkdown(text), { base, headingLevel: 2, pictures })

const allowed =
  /^<\/?(?:p|h[2-6]|ul|ol|li|blockquote|strong|em|del|code|pre|a|picture|source|img|hr|br|table|thead|tbody|tr|th|td|div|figure|figcaption)(?: (?:href|src|type|srcset|sizes|width|height|alt|loading|id|class|rel|start|tabindex|role|aria-label)="[^"<>]*")*>$/

describe('Markdown that staff write', () => {
  it('shows raw HTML as the characters it is made of', () => {
    assert.equal(html('<script>alert(1)</script>'), '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>')
    assert.match(html('看<b onclick="x">这里</b>'), /^<p>看&lt;b onclick=&quot;x&quot;&gt;这里/)
    assert.match(html('&lt;img src=x onerror=alert(1)&gt;'), /^<p>&lt;img/)
  })

  it('makes no element and no attribute but the known ones, whatever is written', () => {
    const bits = fc.constantFrom(
      '<script>',
      '</p>',
      '<img src=x onerror=alert(1)>',
      '[a](javascript:alert(1))',
      '[a]("onmouseover="x)',
      '![a"onload="x](media/x.jpg)',
      '\n\n![a](media/x.jpg "b<i>\'")\n\n',
      '<javascript:alert(1)>',
      '`<b>`',
      '| a | b |\n|---|:-:|\n| 1 | 2 |\n',
      '**',
      '\n',
      '# ',
      '> ',
      '- ',
      '&#x3c;svg onload=x&#x3e;',
      '[a]: javascript:x',
      '~~',
      '“条例”',
    )
    const text = fc.array(fc.oneof(bits, fc.string({ maxLength: 8 })), { maxLength: 14 })
    fc.assert(
      fc.property(text, (parts) => {
        const written = html(parts.join(''))
        for (const [tag] of written.matchAll(/<[^>]*>?/g)) assert.match(tag, allowed)
        assert.doesNotMatch(written, /(?:href|src)="\s*(?:javascript|data|vbscript):/i)
      }),
      { numRuns: 2000 },
    )
  })

  it('puts the base path before links within the site', () => {
    assert.match(html('[公示](/notices/)', '/xfj'), /<a href="\/xfj\/notices\/">公示<\/a>/)
    assert.match(html('[表](media/form.pdf)', '/xfj'), /<a href="\/xfj\/media\/form\.pdf">/)
  })

  it('marks links that leave the site, and drops those that lead nowhere', () => {
    const outside = /<a href="https:\/\/example\.com\/" class="external" rel="noopener noreferrer">/
    assert.match(html('[外](https://example.com/)'), outside)
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'x/y']) {
      assert.equal(html(`[字](${bad})`), '<p>字</p>', bad)
    }
  })

  it('ends a bare address where Chinese text goes on', () => {
    const written = html('见 https://example.com/a。下一句')
    assert.match(
      written,
      /<a href="https:\/\/example\.com\/a"[^>]*>https:\/\/example\.com\/a<\/a>。/,
    )
  })

  it('shows pictures of the media folder only; others become their words', () => {
    assert.match(html('![图](media/x.jpg)'), /<img src="\/_astro\/x\.jpg"[^>]* alt="图"/)
    assert.equal(html('![内网](http://169.254.169.254/latest)'), '<p>内网</p>')
  })

  it('shows a picture that stands alone with a title as a figure with its caption', () => {
    const figure =
      /^<figure><picture><source [^>]*><img [^>]*alt="图"[^>]*><\/picture><figcaption>说明&lt;<\/figcaption><\/figure>$/
    assert.match(html('![图](media/x.jpg "说明<")'), figure)
    assert.match(html('看 ![图](media/x.jpg "说明")'), /^<p>看 <picture><source [^>]*><img/)
    assert.equal(
      html('![内网](http://10.0.0.1/a.png "说明")'),
      '<figure><p>内网</p><figcaption>说明</figcaption></figure>',
    )
  })

  it('takes bold beside Chinese quotation marks as it is meant', () => {
    assert.equal(html('请看**“重点”**内容'), '<p>请看<strong>“重点”</strong>内容</p>')
  })

  it('takes one tilde as a range and two as a deletion', () => {
    assert.equal(html('3~5天，6~8天'), '<p>3~5天，6~8天</p>')
    assert.equal(html('~~旧~~'), '<p><del>旧</del></p>')
  })

  it('closes the space that editors leave after a bold sentence', () => {
    assert.equal(html('**先看。** 再问'), '<p><strong>先看。</strong>再问</p>')
  })

  it('begins with the wanted heading level, skips none, and numbers the ids', () => {
    const written = html('## 一\n\n#### 二\n\n## 三')
    assert.match(
      written,
      /<h2 id="section-1">一<\/h2>.*<h3 id="section-2">二<\/h3>.*<h2 id="section-3">/,
    )
  })
})

describe('destination', () => {
  it('is within the site or has a scheme that does no harm', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' })), (url) => {
        const to = destination(url, '/base')
        if (!to) return
        if (to.external) assert.match(to.href, /^https?:/)
        else assert.match(to.href, /^(?:#|\/base\/(?!\/)|mailto:|tel:)/)
      }),
      { numRuns: 2000 },
    )
  })

  it('knows an address of another host behind slashes and backslashes', () => {
    assert.deepEqual(destination('//evil.example/', ''), {
      href: 'https://evil.example/',
      external: true,
    })
    assert.equal(destination('/\\evil.example/', '')?.external, true)
  })
})

describe('the words of a text', () => {
  it('are cut at headings, without marks', () => {
    const { tree } = parseMarkdown(
      '开头**重点**\n\n## 标题\n\n- 一\n- [二](/x/)\n\n| a | b |\n|--|--|\n| 1 | 2 |',
    )
    assert.deepEqual(plainSections(tree), [
      { id: undefined, heading: '', text: '开头重点' },
      { id: 'section-1', heading: '标题', text: '一\n二\na，b\n1，2' },
    ])
  })

  it('tell which media files the text needs', () => {
    const { tree } = parseMarkdown(
      '![图](media/a.jpg) [表](/media/b.pdf) [外](https://x.cn/media/c.pdf)',
    )
    assert.deepEqual(mediaIn(tree), { pictures: ['media/a.jpg'], files: ['media/b.pdf'] })
  })
})
