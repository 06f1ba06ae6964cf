import { FrameTaker } from './FrameTaker'
import { contentType } from '../../contracts/content-types.ts'

type Props = { model: string; activeTab?: string | null }

/** The panel beside a video: what of its film did not come in, and the picture that becomes the cover. */
export function FramePanel({ model, activeTab }: Props) {
  if (model !== contentType.video || activeTab === 'published') return null
  return { title: '封面', content: <FrameTaker /> }
}
