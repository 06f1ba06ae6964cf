import type { Heading, Link, List, ListItem, Nodes, Paragraph, Table, TableCell, Text } from 'mdast'
import { escapeHtml } from '../../text/escape-html.ts'
import { cutAtPhones } from '../../text/phones.ts'
import { dialledTexts } from './phone-texts.ts'
import { destination } from './link.ts'
import { headingIds, walk, type Markdown } from './parse.ts'

/** A picture ready to be shown: files by type, and one that every browser reads. */
export type ShownPicture = {
  sources: { type: string; srcset: string }[]
  src: string
  width: number
  height: number
}

type HtmlOptions = {
  /** '' or '/path': put before root-relative links. */
  base: string
  /** The level of the text's highest heading on the page. */
  headingLevel: number
  /** Pictures by their path in the text (`media/x.jpg`); others are shown as their words. */
  pictures?: ReadonlyMap<string, ShownPicture>
  /** Whether telephone numbers dial when they are pressed; they do unless it is `false`. */
  dials?: boolean
}

/**
 * Writes Markdown as HTML. Staff text is untrusted: only the marks below become elements, raw HTML
 * is shown as the characters it is made of, and every text passes through `escapeHtml`.
 */
export function renderHtml({ tree, source }: Markdown, options: HtmlOptions): string {
  const ids = headingIds(tree)
  const depths = [...new Set([...ids.keys()].map((heading) => heading.depth))].sort()
  const definitions = new Map<string, string>()
  for (const node of walk(tree)) {
    if (node.type === 'definition') definitions.set(node.identifier, node.url)
  }

  const dialled = options.dials === false ? undefined : dialledTexts(tree)

  const inside = (node: Nodes): string =>
    'children' in node ? node.children.map((child) => write(child)).join('') : ''
  const element = (name: string, node: Nodes) => `<${name}>${inside(node)}</${name}>`

  function heading(node: Heading): string {
    const level = Math.min(6, options.headingLevel + depths.indexOf(node.depth))
    return `<h${level} id="${ids.get(node)}">${inside(node)}</h${level}>`
  }

  function list(node: List): string {
    const start =
      node.ordered && node.start != null && node.start !== 1 ? ` start="${node.start}"` : ''
    const name = node.ordered ? 'ol' : 'ul'
    return `<${name}${start}>${node.children.map((entry) => item(entry)).join('')}</${name}>`
  }

  function item(node: ListItem): string {
    const box = node.checked == null ? '' : node.checked ? '☑ ' : '☐ '
    const tight = !node.spread && node.children.filter((c) => c.type === 'paragraph').length === 1
    const content = node.children.map((child) =>
      tight && child.type === 'paragraph' ? inside(child) : write(child),
    )
    return `<li>${box}${content.join('')}</li>`
  }

  function table(node: Table): string {
    const classes = (node.align ?? []).map((align) =>
      align === 'right' ? ' class="is-right"' : align === 'center' ? ' class="is-centre"' : '',
    )
    const cells = (row: TableCell[], name: string) =>
      row.map((cell, i) => `<${name}${classes[i] ?? ''}>${inside(cell)}</${name}>`).join('')
    const [head, ...rows] = node.children
    const body = rows.map((row) => `<tr>${cells(row.children, 'td')}</tr>`).join('')
    return (
      '<div class="table-scroll" tabindex="0" role="group" aria-label="表格"><table>' +
      `<thead><tr>${cells(head?.children ?? [], 'th')}</tr></thead><tbody>${body}</tbody></table></div>`
    )
  }

  function anchor(url: string, content: string): string {
    const to = destination(url, options.base)
    if (!to) return content
    const outside = to.external ? ' class="external" rel="noopener noreferrer"' : ''
    return `<a href="${escapeHtml(to.href)}"${outside}>${content}</a>`
  }

  function link(node: Link): string {
    const [only] = node.children
    if (node.children.length === 1 && only?.type === 'text' && /^https?:/i.test(only.value)) {
      // A bare address runs on into Chinese text and full-width marks, which are not part of it.
      const bare = /^[!-~]+/.exec(only.value)?.[0] ?? ''
      return anchor(bare, escapeHtml(bare)) + escapeHtml(only.value.slice(bare.length))
    }
    return anchor(node.url, inside(node))
  }

  function image(url: string, alt: string): string {
    const picture = options.pictures?.get(url.replace(/^\//, ''))
    if (!picture) return escapeHtml(alt)
    const { sources, src, width, height } = picture
    const sizes = '(min-width: 48em) 648px, 100vw'
    const others = sources.map(
      ({ type, srcset }) =>
        `<source type="${type}" srcset="${escapeHtml(srcset)}" sizes="${sizes}">`,
    )
    return (
      `<picture>${others.join('')}<img src="${escapeHtml(src)}" width="${width}"` +
      ` height="${height}" alt="${escapeHtml(alt)}" loading="lazy"></picture>`
    )
  }

  /** A picture that stands alone with a title is a figure; the title is its caption. */
  function paragraph(node: Paragraph): string {
    const [only] = node.children
    if (node.children.length !== 1 || only?.type !== 'image' || !only.title) {
      return element('p', node)
    }
    const shown = image(only.url, only.alt ?? '')
    const caption = `<figcaption>${escapeHtml(only.title)}</figcaption>`
    return `<figure>${shown.startsWith('<picture') ? shown : `<p>${shown}</p>`}${caption}</figure>`
  }

  function dial(number: string): string {
    return `<a class="number" href="tel:${number}">${number}</a>`
  }

  function text(node: Text): string {
    const parts = cutAtPhones(node.value, dialled?.get(node) ?? [])
    const written = parts.map((part, at) => (at % 2 === 1 ? dial(part) : escapeHtml(part))).join('')
    // Beside Chinese punctuation CommonMark does not see `**“重点”**` as strong; staff mean it so.
    return written.replace(/\*\*(?=\S)([^*]*\S)\*\*/g, '<strong>$1</strong>')
  }

  function write(node: Nodes): string {
    switch (node.type) {
      case 'heading':
        return heading(node)
      case 'paragraph':
        return paragraph(node)
      case 'blockquote':
        return element('blockquote', node)
      case 'list':
        return list(node)
      case 'listItem':
        return item(node)
      case 'table':
        return table(node)
      case 'thematicBreak':
        return '<hr>'
      case 'break':
        return '<br>'
      case 'code':
        return `<pre><code>${escapeHtml(node.value)}</code></pre>`
      case 'inlineCode':
        return `<code>${escapeHtml(node.value)}</code>`
      case 'html':
        return escapeHtml(node.value)
      case 'text':
        return text(node)
      case 'emphasis':
        return element('em', node)
      case 'strong':
        return element('strong', node)
      case 'delete': {
        // One tilde is a range in Chinese (3~5天), never a deletion.
        const from = node.position?.start.offset ?? 0
        return source.startsWith('~~', from) ? element('del', node) : `~${inside(node)}~`
      }
      case 'link':
        return link(node)
      case 'linkReference':
        return anchor(definitions.get(node.identifier) ?? '', inside(node))
      case 'image':
        return image(node.url, node.alt ?? '')
      case 'imageReference':
        return image(definitions.get(node.identifier) ?? '', node.alt ?? '')
      case 'definition':
        return ''
      default:
        return inside(node)
    }
  }

  const blocks = tree.children.map((block) =>
    block.type === 'html' ? `<p>${write(block)}</p>` : write(block),
  )
  return blocks.join('').replace(idleSpace, '$1')
}

/** A space after full-width punctuation, which editors leave when they close a bold sentence. */
const idleSpace =
  /([，。：；！？、）》”’](?:<\/(?:strong|em)>)?) +(?=[\p{Script=Han}“‘（《]|<(?!a class="number"))/gu
