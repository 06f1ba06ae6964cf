import { isWorkflowType } from '../../contracts/content-types.ts'
import { PreviewButton } from './PreviewButton'

type Props = { model: string; documentId?: string }

/** The panel beside an entry by which its draft is seen in the real page design. */
export function PreviewPanel({ model, documentId }: Props) {
  if (!isWorkflowType(model) || !documentId || documentId === 'create') return null
  return { title: '预览', content: <PreviewButton uid={model} documentId={documentId} /> }
}
