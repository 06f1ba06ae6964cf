import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { NodeType, parse, type HTMLElement, type Node } from 'node-html-parser'
import {
  faultsOfPictures,
  filesIn,
  picturesIn,
} from '../../../cms/src/writing/markdown/pictures.ts'
import { sameMeaning, tidyMarkdown } from '../../../cms/src/writing/markdown/tidy.ts'
import { writeMarkdown } from '../../../cms/src/writing/markdown/write.ts'
import { renderHtml } from '../../../site/src/library/markdown/html.ts'
import { parseMarkdown } from '../../../site/src/library/markdown/parse.ts'
import { root } from '../../support/machine/installation.ts'

/** The text as the site shows it. */
const shown = (text: string) => renderHtml(parseMarkdown(text), { base: '', headingLevel: 2 })

const bits = fc.constantFrom(
  '**',
  '*',
  '_',
  '~',
  '~~',
  '`',
  '#',
  '- ',
  '1. ',
  '|',
  '<',
  '>',
  '&lt;',
  '&amp;',
  '{x}',
  '[a](/b)',
  '![a](x)',
  '\\',
  '==',
  'https://e.com/a_b',
  '“条例”',
  '第二十二条，',
  '　　',
  ' ',
  '3~5天',
  'snake_case_word',
  '2*3*4',
)
const words = fc
  .array(fc.oneof(bits, fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''))

const kinds = ['strong', 'emphasis', 'delete'] as const
const tags: Record<string, string> = { STRONG: 'strong', EM: 'emphasis', DEL: 'delete', A: 'link' }

/** The letters of a text, each with the marks it bears. */
function looksOf(node: Root | RootContent | PhrasingContent, above: string[] = []): string[] {
  if ('value' in node) return [...node.value].map((sign) => `${sign} ${[...above].sort()}`)
  if (!('children' in node)) return []
  const marks = ['root', 'paragraph'].includes(node.type)
    ? above
    : [...new Set([...above, node.type])]
  return node.children.flatMap((child) => looksOf(child as PhrasingContent, marks))
}

/** The same of a page. */
function looks(node: Node, above: string[] = []): string[] {
  if (node.nodeType === NodeType.TEXT_NODE)
    return [...node.text].map((sign) => `${sign} ${[...above].sort()}`)
  const tag = tags[(node as HTMLElement).tagName]
  const marks = tag ? [...new Set([...above, tag])] : above
  return node.childNodes.flatMap((child) => looks(child, marks))
}

/** Marks set letter by letter, and within links, as an editor has them. */
function flat(tree: Root): Root {
  const set = (node: PhrasingContent, above: string[]): PhrasingContent[] => {
    if (node.type === 'text')
      return [
        above.reduce<PhrasingContent>(
          (inner, type) => ({ type, children: [inner] }) as PhrasingContent,
          node,
        ),
      ]
    if (!('children' in node)) return [node]
    const isLink = node.type === 'link'
    const inner = node.children.flatMap((child) =>
      set(child, isLink ? above : [...above, node.type]),
    )
    return isLink ? [{ ...node, children: inner }] : inner
  }
  const [paragraph] = tree.children
  const children = (paragraph as Paragraph).children.flatMap((child) => set(child, []))
  return { type: 'root', children: [{ type: 'paragraph', children }] }
}

describe('a text as the desk stores it', () => {
  it('is what the bundled entries hold already, to the letter', () => {
    const files = globSync('{essays,guides,notices,videos}/*.md', { cwd: join(root, 'content') })
    assert.ok(files.length > 100)
    for (const file of files) {
      const [, , ...rest] = readFileSync(join(root, 'content', file), 'utf8').split(/^---$/m)
      const body = rest.join('---').trim()
      assert.equal(tidyMarkdown(body), body, file)
    }
  })

  it('shows every character that was typed, whatever it means in Markdown', () => {
    const text = (value: string): PhrasingContent => ({ type: 'text', value })
    const block = fc.oneof(
      words.map((value): RootContent => ({ type: 'paragraph', children: [text(value)] })),
      fc.tuple(words, words).map(([a, b]): RootContent => ({
        type: 'paragraph',
        children: [text(a), { type: 'strong', children: [text(`粗${b}体`)] }, text(a)],
      })),
      words.map((value): RootContent => ({ type: 'heading', depth: 2, children: [text(value)] })),
      words.map((value): RootContent => ({
        type: 'list',
        ordered: false,
        spread: false,
        children: [
          {
            type: 'listItem',
            spread: false,
            children: [{ type: 'paragraph', children: [text(value)] }],
          },
        ],
      })),
      words.map((value): RootContent => ({
        type: 'table',
        children: [value, '二'].map((cell) => ({
          type: 'tableRow' as const,
          children: [{ type: 'tableCell' as const, children: [text(cell)] }],
        })),
      })),
    )
    // Stars that are typed may be bold on the site, and blank space counts for nothing.
    const bare = (value: string) => value.replace(/\*|\s|[\u0000-\u001f\ufffd]/gu, '')
    const typed = (node: Root | RootContent | PhrasingContent): string =>
      'value' in node
        ? node.value
        : 'children' in node
          ? node.children.map((child) => typed(child as RootContent)).join('\n')
          : ''
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (children) => {
        const tree: Root = { type: 'root', children }
        const html = shown(tidyMarkdown(writeMarkdown(tree)))
        assert.equal(bare(parse(html).textContent), bare(typed(tree)))
      }),
      // CommonMark reads what stands between these brackets as an address of mail.
      { numRuns: 600, examples: [[[{ type: 'paragraph', children: [text('粗<+@0>体')] }]]] },
    )
  })

  it('keeps every mark beside every sign, however the marks are nested, and stays as it is', () => {
    const word = fc.constantFrom('重点', '“重点”', '登记。', '（甲）', '15日', 'ab', '，')
    type Marked = fc.Arbitrary<PhrasingContent>
    const { content } = fc.letrec<{ content: PhrasingContent[] }>((tie) => {
      const children = tie('content') as fc.Arbitrary<never[]>
      const mark = (type: 'strong' | 'emphasis' | 'delete'): Marked =>
        children.map((inner) => ({ type, children: inner }))
      const text: Marked = word.map((value) => ({ type: 'text', value }))
      return {
        content: fc.array(
          fc.oneof({ depthSize: 'small', withCrossShrink: true }, text, ...kinds.map(mark)),
          { minLength: 1, maxLength: 4 },
        ),
      }
    })
    const linked: Marked = fc
      .tuple(fc.constantFrom(...kinds, null), content)
      .map(([kind, children]) => {
        const link = { type: 'link' as const, url: '/guides/', children }
        return kind ? { type: kind, children: [link] } : link
      })
    const paragraph = fc.tuple(content, linked, content).map(([left, link, right]): Root => ({
      type: 'root',
      children: [{ type: 'paragraph', children: [...left, link, ...right] }],
    }))
    const text = (value: string): PhrasingContent => ({ type: 'text', value })
    const link: PhrasingContent = { type: 'link', url: '/guides/', children: [text('重点')] }
    // Bold, then a slanted link, then both at once: the site read it otherwise than the desk.
    const tangled: PhrasingContent[] = [
      text('重点'),
      { type: 'strong', children: [text('（甲）重点')] },
      { type: 'emphasis', children: [link, { type: 'strong', children: [text('，')] }] },
      text('“重点”'),
    ]
    const known: Root = { type: 'root', children: [{ type: 'paragraph', children: tangled }] }
    fc.assert(
      fc.property(paragraph, (tree) => {
        const stored = tidyMarkdown(writeMarkdown(tree))
        assert.equal(tidyMarkdown(stored), stored)
        assert.deepEqual(looks(parse(shown(stored))), looksOf(tree))
        // As an editor knows it: a list of letters, each with its marks.
        assert.equal(tidyMarkdown(writeMarkdown(flat(tree))), stored)
      }),
      { numRuns: 400, examples: [[known]] },
    )
  })

  it('keeps what looks like the number of a sign, and is none, and reads the others', () => {
    for (const [written, stored] of [
      ['&#xFFFFFFF;', '\\&#xFFFFFFF;'],
      ['\\&#xFFFFFFFFFFFF;', '\\&#xFFFFFFFFFFFF;'],
      ['`&#x110000;`', '`&#x110000;`'],
      ['写作 \\&#x4E2D;', '写作 \\&#x4E2D;'],
      ['&#x4E2D;', '中'],
      ['请&#x770B;**“重点”** 和 \\&#x4E2D;', '请看**“重点”** 和 \\&#x4E2D;'],
    ] as const) {
      assert.equal(tidyMarkdown(written), stored)
      assert.equal(tidyMarkdown(stored), stored)
    }
  })

  it('is the same when it is stored again', () => {
    const address = tidyMarkdown('**2*3*4https://e.com/a_b*!*')
    assert.equal(tidyMarkdown(address), address)
    fc.assert(
      fc.property(fc.array(words, { maxLength: 4 }), (parts) => {
        const once = tidyMarkdown(parts.join('\n\n'))
        assert.equal(tidyMarkdown(once), once)
      }),
      { numRuns: 600 },
    )
  })

  it('says the same to a reader as the text it was made of', () => {
    const texts = [
      '请看**“重点”**内容',
      '3~5天，6~8天',
      '~~旧~~',
      '见 https://example.com/a_b。下一句',
      '1. 一\n2. 二\n\n文\n\n3. 三',
      '| a | b |\n|:-|-:|\n| **“z”** | x \\| y |',
      '- 一\n  - 里\n- 二',
      '> 引\n>\n> 用',
      '行一  \n行二',
      '看<b onclick="x">这里</b> &lt;i&gt;',
    ]
    for (const text of texts) assert.equal(shown(tidyMarkdown(text)), shown(text), text)
  })

  it('keeps no raw HTML and no address that leads nowhere', () => {
    assert.equal(tidyMarkdown('<img src=x onerror=alert(1)>'), '\\<img src=x onerror=alert(1)>')
    assert.equal(
      tidyMarkdown('[字](javascript:alert(1)) [网](www.gov.cn)'),
      '字 [网](https://www.gov.cn)',
    )
  })

  it('puts a picture on a line of its own', () => {
    assert.equal(
      tidyMarkdown('前![图](media/x.jpg "说明")后'),
      '前\n\n![图](media/x.jpg "说明")\n\n后',
    )
  })

  it('knows when two texts are the same to a reader', () => {
    assert.ok(sameMeaning('* 一\n* 二', '- 一\n- 二'))
    assert.ok(!sameMeaning('3. 一', '1. 一'))
  })
})

describe('pictures of a text', () => {
  const text = '![a](media/x.jpg "b")\n\n![](media/y.png)\n\n[表](/media/form.pdf)'

  it('are found with their words', () => {
    assert.deepEqual(picturesIn(text), [
      { address: 'media/x.jpg', alt: 'a', caption: 'b' },
      { address: 'media/y.png', alt: '', caption: '' },
    ])
    assert.deepEqual(filesIn(text), ['x.jpg', 'y.png', 'form.pdf'])
  })

  it('need words, and must lie in the media library', () => {
    assert.match(faultsOfPictures(text)[0] ?? '', /第 2 张图片没有替代文字/)
    const metadata = '![x](http://169.254.169.254/latest/meta-data)'
    assert.match(faultsOfPictures(metadata)[0] ?? '', /169\.254\.169\.254.*不在媒体库里/)
    assert.deepEqual(faultsOfPictures('![x](media/x.jpg)'), [])
  })
})
