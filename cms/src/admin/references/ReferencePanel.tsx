import { contentType } from '../../contracts/content-types.ts'
import { References } from './References'

type Props = { model: string; documentId?: string }

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
