import { Box, Flex, Typography } from '@strapi/design-system'
import type { RecordedStep, PrivacyHit } from '../../contracts/publications/editions.ts'

/** The places of the draft that may name or lead to a person, and why its writer asks to let them pass. */
export function Hits({ hits, plea }: { hits: PrivacyHit[]; plea: RecordedStep | undefined }) {
  return (
    <Box background="warning100" padding={3} hasRadius role="note" aria-label="个人信息提示">
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography variant="pi" fontWeight="bold">
          可能含有个人信息。改掉，或者由另一位同事放行，才能发布：
        </Typography>
        {hits.map(({ label, kind, excerpt }, index) => (
          <Typography key={index} variant="pi" tag="p">
            {`${label}·${kind}：${excerpt}`}
          </Typography>
        ))}
        {plea && (
          <Typography
            variant="pi"
            tag="p"
          >{`${plea.who}请求放行：${plea.reason ?? ''}`}</Typography>
        )}
      </Flex>
    </Box>
  )
}
