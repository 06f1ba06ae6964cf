import { FrameTaker } from './FrameTaker'

type Props = { model: string; activeTab?: string | null }

/** The panel beside a video by which one of its pictures becomes the cover. */
export function FramePanel({ model, activeTab }: Props) {
  if (model !== 'api::video.video' || activeTab === 'published') return null
  return { title: '封面', content: <FrameTaker /> }
}
