import { Typography } from '@strapi/design-system'
import { DeskLink } from '../links/DeskLink'
import { Items } from './Items'
import { useHome } from './use-home'
import { contentType } from '../../contracts/content-types.ts'

const list = `/content-manager/collection-types/${contentType.report}?filters[$and][0][handling][$eq]=待处理`

/** 网站找错: what readers hold to be wrong on the site and nobody has looked into. */
export default function Reports() {
  const home = useHome()
  if (home === 'lost') return <Typography>读不到网站找错：请刷新页面。</Typography>
  if (!home) return <Typography textColor="neutral600">正在读取…</Typography>
  const { count, some } = home.reports
  return (
    <>
      {count > 0 && (
        <Typography tag="p">
          <DeskLink to={list}>{`${count} 条待处理`}</DeskLink>
        </Typography>
      )}
      <Items items={some} empty="没有待处理的网站找错。" />
    </>
  )
}
