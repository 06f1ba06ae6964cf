import { isWorkflowType } from '../../contracts/content-types.ts'
import { EditionDesk } from './EditionDesk'

type Props = {
  model: string
  documentId?: string
  document?: { updatedAt?: string } | undefined
  activeTab?: string | null
}

/** The panel beside an entry that goes through the workflow: where it stands, and what can be done. */
export function EditionPanel({ model, documentId, document, activeTab }: Props) {
  if (!isWorkflowType(model) || !documentId || documentId === 'create') return null
  // The tab of what is published shows another text than the one that a step is about.
  const readAt = activeTab === 'published' ? undefined : document?.updatedAt
  const content = <EditionDesk uid={model} documentId={documentId} readAt={readAt} />
  return { title: '发布流程', content }
}
