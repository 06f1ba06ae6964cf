import { EditionDesk } from './EditionDesk'

const written = ['essay', 'video', 'notice', 'guide', 'regulation', 'campaign']

type Props = {
  model: string
  documentId?: string
  document?: { updatedAt?: string } | undefined
}

/** The panel beside an entry that goes through the workflow: where it stands, and what can be done. */
export function EditionPanel({ model, documentId, document }: Props) {
  const name = /^api::([a-z-]+)\.\1$/.exec(model)?.[1] ?? ''
  if (!written.includes(name) || !documentId || documentId === 'create') return null
  const content = <EditionDesk uid={model} documentId={documentId} savedAt={document?.updatedAt} />
  return { title: '发布流程', content }
}
