import { isWorkflowType } from '../../contracts/content-types.ts'
import { LiveState } from './LiveState'

type Props = { model: string; documentId?: string; document?: { updatedAt?: string } | undefined }

/** The panel beside an entry: how far its last publication is on its way to citizens. */
export function LivePanel({ model, documentId, document }: Props) {
  if (!isWorkflowType(model) || !documentId || documentId === 'create') return null
  const content = <LiveState uid={model} documentId={documentId} savedAt={document?.updatedAt} />
  return { title: '上线情况', content }
}
