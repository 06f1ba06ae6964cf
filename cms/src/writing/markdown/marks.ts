import type { Link, PhrasingContent, Root, Strong, Text } from 'mdast'
import { putChildren, walk } from './tree.ts'

const strong = /\*\*(?=\S)([^*]*\S)\*\*/
const address = /https?:\/\/[^\s|<>"`\u0080-\uffff]+/i

function text(value: string): Text {
  return { type: 'text', value }
}

/** A bare address without the marks of the sentence that it ends. */
function bare(found: string): string {
  const end = found.replace(/[?!.,:;*_~'"<>]+$/, '')
  const opened = end.split('(').length
  return end.endsWith(')') && end.split(')').length > opened ? end.slice(0, -1) : end
}

function cut(value: string, inLink: boolean): PhrasingContent[] {
  const bold = strong.exec(value)
  if (bold) {
    const node: Strong = { type: 'strong', children: cut(bold[1] ?? '', inLink) }
    return [
      ...cut(value.slice(0, bold.index), inLink),
      node,
      ...cut(value.slice(bold.index + bold[0].length), inLink),
    ]
  }
  const found = inLink ? null : address.exec(value)
  if (found) {
    const url = bare(found[0])
    const link: Link = { type: 'link', url, children: [text(url)] }
    return [
      ...(found.index > 0 ? [text(value.slice(0, found.index))] : []),
      link,
      ...cut(value.slice(found.index + url.length), inLink),
    ]
  }
  return value ? [text(value)] : []
}

/**
 * Turns into marks what the site shows as marks although CommonMark sees plain text: bold beside
 * Chinese punctuation (`请看**“重点”**内容`) and bare addresses.
 */
export function takeSiteMarks(tree: Root): Root {
  for (const node of [...walk(tree)]) {
    if (!('children' in node)) continue
    const children = node.children as PhrasingContent[]
    const inLink = node.type === 'link'
    putChildren(
      node,
      children.flatMap((child) => (child.type === 'text' ? cut(child.value, inLink) : [child])),
    )
  }
  return tree
}
