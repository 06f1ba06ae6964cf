import { Typography } from '@strapi/design-system'
import { DeskLink } from '../links/DeskLink'
import { Items } from './HomeItems'
import { Answered, useHome } from './Answered'
import { contentType } from '../../contracts/content-types.ts'

const list = `/content-manager/collection-types/${contentType.report}?filters[$and][0][handling][$eq]=待处理`

/** 网站找错: what readers hold to be wrong on the site and nobody has looked into. */
export default function Reports() {
  return (
    <Answered answer={useHome()} name="网站找错">
      {({ reports: { count, some } }) => (
        <>
          {count > 0 && (
            <Typography tag="p">
              <DeskLink to={list}>{`${count} 条待处理`}</DeskLink>
            </Typography>
          )}
          <Items items={some} empty="没有待处理的网站找错。" />
        </>
      )}
    </Answered>
  )
}
