import { $createListItemNode, $createListNode, $isListItemNode, $isListNode } from '@lexical/list'
import {
  addExportVisitor$,
  addImportVisitor$,
  addMdastExtension$,
  addSyntaxExtension$,
  createActiveEditorSubscription$,
  realmPlugin,
  type FORMAT,
  type LexicalExportVisitor,
  type MdastImportVisitor,
} from '@mdxeditor/editor'
import { COMMAND_PRIORITY_CRITICAL, FORMAT_TEXT_COMMAND, type LexicalEditor } from 'lexical'
import type { Link, List } from 'mdast'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { takeSiteMarks } from '../../writing/markdown/marks.ts'

type ListNode = ReturnType<typeof $createListNode>

const readList: MdastImportVisitor<List> = {
  testNode: 'list',
  priority: 1,
  visitNode({ mdastNode, lexicalParent, actions }) {
    const list = $createListNode(mdastNode.ordered ? 'number' : 'bullet', mdastNode.start ?? 1)
    if ($isListItemNode(lexicalParent)) {
      const holder = $createListItemNode()
      holder.append(list)
      lexicalParent.insertAfter(holder)
    } else {
      ;(lexicalParent as ListNode).append(list)
    }
    actions.visitChildren(mdastNode, list)
  },
}

/** A bold link is bold: the editor's own forgets the marks around it. */
const readLink: MdastImportVisitor<Link> = {
  testNode: 'link',
  priority: 1,
  visitNode({ actions }) {
    actions.addFormatting(actions.getParentFormatting() as FORMAT)
    actions.nextVisitor()
  },
}

const writeList: LexicalExportVisitor<ListNode, List> = {
  testLexicalNode: $isListNode,
  priority: 1,
  visitLexicalNode({ lexicalNode, actions }) {
    const ordered = lexicalNode.getListType() === 'number'
    const start = ordered ? { start: lexicalNode.getStart() } : {}
    actions.addAndStepInto('list', { ordered, spread: false, ...start })
  },
}

/** `~~deletion~~` under another name, so that the editor's own, which takes `3~5` for one, can be turned off. */
function deletions() {
  const extension = gfmStrikethrough({ singleTilde: false })
  const construct = { ...extension.insideSpan?.null?.[0], name: 'deletion' }
  return {
    text: { 126: construct },
    insideSpan: { null: [construct] },
    attentionMarkers: { null: [126] },
    disable: { null: ['strikethrough', 'highlight'] },
  }
}

const offered = new Set(['bold', 'italic'])

/**
 * Holds the editor to what the site shows: lists keep their first number, one tilde is a range,
 * `==` is text, what the site shows bold is bold, and no key or paste underlines or highlights.
 */
export const sitePlugin = realmPlugin({
  init(realm) {
    realm.pubIn({
      [addImportVisitor$]: [readList, readLink],
      [addMdastExtension$]: { transforms: [takeSiteMarks] },
      [addExportVisitor$]: writeList,
      [addSyntaxExtension$]: deletions(),
      [createActiveEditorSubscription$]: (editor: LexicalEditor) =>
        editor.registerCommand(
          FORMAT_TEXT_COMMAND,
          (format) => !offered.has(format),
          COMMAND_PRIORITY_CRITICAL,
        ),
    })
  },
})
