import type { Root } from 'mdast'
import { textOfNode } from '../markdown/tree.ts'

const longestTitle = 60
const longestSummary = 120

/**
 * Takes the title off a document: its first heading, or a first line that is too short for a
 * paragraph and ends without a full stop.
 */
export function takeTitle(tree: Root): string {
  const [first] = tree.children
  if (!first || tree.children.length < 2) return ''
  const words = textOfNode(first).replace(/\s+/g, ' ').trim()
  const isLine =
    first.type === 'paragraph' &&
    words.length <= longestTitle &&
    !/[。！？；：，.!?;:,]$/.test(words)
  if (!words || (first.type !== 'heading' && !isLine)) return ''
  tree.children.shift()
  return words.slice(0, 120)
}

// Who wrote it, where it comes from, when, to whom: lines above the text that say nothing of it.
const byline =
  /^[（(【[]?\s*(?:本报|本刊|本网|特约)?\s*(?:作者|记者|通讯员|供稿|撰稿|撰文|文字|摄影|图文|来源|编辑|责编|审核|单位|发布|时间|日期|稿源|文|图)\s*(?:[：:／/|｜]|\s\S)/
const dated = /^[（(]?\s*(?:\d{4}|[〇零一二三四五六七八九]{4})\s*[年./-]/

/** Whether a paragraph says something, and is not a line about the text itself. */
function isProse(words: string): boolean {
  if (!/[。！？；，.!?]/.test(words) || /[：:]$/.test(words)) return false
  if (byline.test(words) && words.length < longestTitle) return false
  return !(dated.test(words) && words.length < 20) && !/^[（(][^（()）]{1,40}[)）]$/.test(words)
}

/**
 * The first paragraph that says something as a summary, ended at a full stop where it is long;
 * '' where there is none.
 */
export function summaryOf(tree: Root): string {
  const words =
    tree.children
      .flatMap((node) => (node.type === 'paragraph' ? [textOfNode(node)] : []))
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .find(isProse) ?? ''
  if (words.length <= longestSummary) return words
  const start = words.slice(0, longestSummary)
  const end = Math.max(...['。', '！', '？'].map((mark) => start.lastIndexOf(mark)))
  return end >= 20 ? start.slice(0, end + 1) : `${start.slice(0, longestSummary - 1)}…`
}
