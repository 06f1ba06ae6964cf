import { PreviewButton } from './PreviewButton'

const written = ['essay', 'video', 'notice', 'guide', 'regulation', 'campaign']

type Props = { model: string; documentId?: string }

/** The panel beside an entry by which its draft is seen in the real page design. */
export function PreviewPanel({ model, documentId }: Props) {
  const name = /^api::([a-z-]+)\.\1$/.exec(model)?.[1] ?? ''
  if (!written.includes(name) || !documentId || documentId === 'create') return null
  return { title: '预览', content: <PreviewButton uid={model} documentId={documentId} /> }
}
