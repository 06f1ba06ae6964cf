import { Box, Flex, Typography } from '@strapi/design-system'
import type { Hit } from './view'

/** The places of the draft that may name or lead to a person. */
export function Hits({ hits }: { hits: Hit[] }) {
  return (
    <Box background="warning100" padding={3} hasRadius role="note" aria-label="个人信息提示">
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography variant="pi" fontWeight="bold">
          可能含有个人信息，改掉以后才能提交和发布：
        </Typography>
        {hits.map(({ label, kind, excerpt }, index) => (
          <Typography key={index} variant="pi" tag="p">
            {`${label}·${kind}：${excerpt}`}
          </Typography>
        ))}
      </Flex>
    </Box>
  )
}
