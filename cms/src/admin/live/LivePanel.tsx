import { LiveState } from './LiveState'

const written = ['essay', 'video', 'notice', 'guide', 'regulation', 'campaign']

type Props = { model: string; documentId?: string; document?: { updatedAt?: string } | undefined }

/** The panel beside an entry: how far its last publication is on its way to citizens. */
export function LivePanel({ model, documentId, document }: Props) {
  const name = /^api::([a-z-]+)\.\1$/.exec(model)?.[1] ?? ''
  if (!written.includes(name) || !documentId || documentId === 'create') return null
  const content = <LiveState uid={model} documentId={documentId} savedAt={document?.updatedAt} />
  return { title: '上线情况', content }
}
