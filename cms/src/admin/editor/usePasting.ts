import { useNotification } from '@strapi/strapi/admin'
import { getNearestEditorFromDOMNode, INSERT_PARAGRAPH_COMMAND } from 'lexical'
import type { ClipboardEvent, DragEvent } from 'react'
import { judgePaste } from './paste'

type Doing = { insert: (markdown: string) => void; upload: (file: File) => void }

const hasBlocks = (markdown: string) => /\n\n|^(?:#|>|\||- |\d+\. )/.test(markdown)

/** Whether the line at the cursor holds words. */
function isWithinText(area: Element): boolean {
  const at = area.ownerDocument.getSelection()?.anchorNode
  const element = at instanceof Element ? at : at?.parentElement
  const line = element?.closest('p, h1, h2, h3, h4, h5, h6, li, blockquote')
  return Boolean(line?.textContent)
}

/** What happens to text and pictures that are pasted or dropped into the text. */
export function usePasting({ insert, upload }: Doing) {
  const { toggleNotification } = useNotification()
  const tell = (message: string) => toggleNotification({ type: 'info', message })

  function paste(event: ClipboardEvent) {
    const area = event.target as Element
    if (!area.closest('[contenteditable="true"]')) return
    const pasting = judgePaste(event.clipboardData, area.closest('td, th') !== null)
    if (pasting.kind === 'own') return
    event.preventDefault()
    event.stopPropagation()
    if (pasting.kind === 'picture') return upload(pasting.file)
    // Blocks begin on a line of their own; the first would otherwise become part of this one.
    if (hasBlocks(pasting.markdown) && isWithinText(area)) {
      getNearestEditorFromDOMNode(area)?.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)
    }
    if (pasting.markdown) insert(pasting.markdown)
    pasting.notes.forEach(tell)
  }

  function drop(event: DragEvent) {
    if (event.dataTransfer.types.includes('application/x-lexical-drag')) return
    // What is dragged in would keep its looks and its addresses.
    event.preventDefault()
    event.stopPropagation()
    const [file] = event.dataTransfer.files
    if (file?.type.startsWith('image/')) upload(file)
    else tell('请用复制、粘贴把文字放进来。')
  }

  return { paste, drop, tell }
}
