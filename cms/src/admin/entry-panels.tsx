import { contentType, isWorkflowType } from '../contracts/content-types.ts'
import { useAuth } from '@strapi/strapi/admin'
import { casePermissions } from '../contracts/permissions.ts'
import { EditionDesk } from './edition/EditionDesk'
import { LiveState } from './live/LiveState'
import { FrameTaker } from './media/FrameTaker'
import { CaseOfNotice } from './notice/CaseOfNotice'
import { PreviewButton } from './preview/PreviewButton'
import { References } from './references/References'

/** What Strapi tells a panel beside an entry; `document` is the entry as it was read. */
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

/** The panel beside an entry: how far its last publication is on its way to citizens. */
export function LivePanel({ model, documentId, document }: Props) {
  if (!isWorkflowType(model) || !documentId || documentId === 'create') return null
  const content = <LiveState uid={model} documentId={documentId} savedAt={document?.updatedAt} />
  return { title: '上线情况', content }
}

/** The panel beside an entry by which its draft is seen in the real page design. */
export function PreviewPanel({ model, documentId }: Props) {
  if (!isWorkflowType(model) || !documentId || documentId === 'create') return null
  return { title: '预览', content: <PreviewButton uid={model} documentId={documentId} /> }
}

/** The panel beside a video: what of its film did not come in, and the picture that becomes the cover. */
export function FramePanel({ model, activeTab }: Props) {
  if (model !== contentType.video || activeTab === 'published') return null
  return { title: '封面', content: <FrameTaker /> }
}

/** Types that others point to. */
const pointedTo: string[] = [
  contentType.department,
  contentType.topic,
  contentType.region,
  contentType.essay,
  contentType.video,
  contentType.guide,
]

/** The panel beside an entry: where it is used, and what that means for deleting it. */
export function ReferencePanel({ model, documentId }: Props) {
  if (!documentId || !pointedTo.includes(model)) return null
  return { title: '用到它的地方', content: <References model={model} documentId={documentId} /> }
}

/** The panel beside a notice: the case that it is about, for who handles cases. */
export function CasePanel({ model, documentId, document }: Props) {
  const permissions = useAuth('case desk', (state) => state.permissions)
  if (model !== contentType.notice || !documentId || documentId === 'create') return null
  if (!permissions.some(({ action }) => action === casePermissions.handle)) return null
  const content = <CaseOfNotice documentId={documentId} savedAt={document?.updatedAt} />
  return { title: '对应的办件', content }
}
