import { Box, Flex, Link, Typography } from '@strapi/design-system'
import { DeskLink } from '../links/DeskLink'
import { Answered, useWatch } from './Answered'
import { contentType } from '../../contracts/content-types.ts'

const often = [
  ['账号', '/settings/users'],
  ['岗位', '/settings/roles'],
  ['网站设置', `/content-manager/single-types/${contentType.settings}`],
  ['单位账号', `/content-manager/collection-types/${contentType.unitAccount}`],
  ['查阅记录', `/content-manager/collection-types/${contentType.caseView}`],
] as const

/** 地址和常用的: where citizens and staff come in, and what an administrator opens most. */
export default function Addresses() {
  return (
    <Answered answer={useWatch()} name="地址">
      {(watch) => (
        <Flex direction="column" alignItems="stretch" gap={3} width="100%">
          <Typography tag="p">
            门户，公众访问：
            <Link href={watch.portal} isExternal>
              {watch.portal}
            </Link>
          </Typography>
          <Typography tag="p">管理后台，工作人员访问：{watch.desk}</Typography>
          <Box tag="ul">
            {often.map(([name, to]) => (
              <Box key={to} tag="li" paddingTop={1} paddingBottom={1}>
                <Typography>
                  <DeskLink to={to}>{name}</DeskLink>
                </Typography>
              </Box>
            ))}
          </Box>
        </Flex>
      )}
    </Answered>
  )
}
