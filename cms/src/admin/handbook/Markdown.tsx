import type { Nodes } from 'mdast'
import { createElement, Fragment, type ReactNode } from 'react'
import { Picture } from './Picture'

const tags: Partial<Record<Nodes['type'], string>> = {
  strong: 'strong',
  emphasis: 'em',
  listItem: 'li',
  blockquote: 'blockquote',
}

function children(node: Nodes): ReactNode[] {
  return 'children' in node ? node.children.map((child, at) => <Shown key={at} node={child} />) : []
}

/** A paragraph of nothing but a picture is the picture. */
function Paragraph({ node }: { node: Extract<Nodes, { type: 'paragraph' }> }) {
  const isPicture = node.children.every(({ type }) => type === 'image')
  return isPicture ? <>{children(node)}</> : <p>{children(node)}</p>
}

function Table({ node }: { node: Extract<Nodes, { type: 'table' }> }) {
  const [head, ...rows] = node.children
  const cells = (row: typeof head, tag: 'th' | 'td') =>
    row?.children.map((cell, at) => createElement(tag, { key: at }, children(cell)))
  return (
    <table>
      <thead>
        <tr>{cells(head, 'th')}</tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>{cells(row, 'td')}</tr>
        ))}
      </tbody>
    </table>
  )
}

/** The text of a chapter, piece by piece: what Markdown has no piece for here is not shown. */
export function Shown({ node }: { node: Nodes }): ReactNode {
  switch (node.type) {
    case 'root':
      return <>{children(node)}</>
    case 'text':
      return node.value
    case 'inlineCode':
      return <code>{node.value}</code>
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      )
    case 'paragraph':
      return <Paragraph node={node} />
    case 'heading':
      return createElement(`h${node.depth}`, null, children(node))
    case 'list':
      return node.ordered ? (
        <ol start={node.start ?? 1}>{children(node)}</ol>
      ) : (
        <ul>{children(node)}</ul>
      )
    case 'image':
      return <Picture address={node.url} words={node.alt ?? ''} />
    case 'table':
      return <Table node={node} />
    default: {
      const tag = tags[node.type]
      return tag ? createElement(tag, null, children(node)) : <Fragment>{children(node)}</Fragment>
    }
  }
}
