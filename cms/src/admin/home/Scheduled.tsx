import { Typography } from '@strapi/design-system'
import { Items } from './Items'
import { useHome } from './use-home'

/** 定时发布: what will go live by itself. */
export default function Scheduled() {
  const home = useHome()
  if (home === 'lost') return <Typography>读不到定时安排：请刷新页面。</Typography>
  if (!home) return <Typography textColor="neutral600">正在读取…</Typography>
  return <Items items={home.scheduled} empty="没有定时发布的内容。" />
}
