import { Typography } from '@strapi/design-system'
import { Items } from './Items'
import { useHome } from './use-home'

/** 等我办的: what waits for this person. */
export default function Waiting() {
  const home = useHome()
  if (home === 'lost') return <Typography>读不到待办：请刷新页面。</Typography>
  if (!home) return <Typography textColor="neutral600">正在读取…</Typography>
  return <Items items={home.waiting} empty="没有等您办的内容。" />
}
