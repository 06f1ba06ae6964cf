import { Box, Checkbox, Flex, Typography } from '@strapi/design-system'
import type { PrivacyHit } from '../../contracts/publications/editions.ts'

type Props = {
  places: PrivacyHit[]
  isPublic: boolean
  onPublic: (isPublic: boolean) => void
}

/** Places that may name somebody, of which no program is sure: whoever approves says that they may be told. */
export function Doubts({ places, isPublic, onPublic }: Props) {
  return (
    <Box role="group" aria-label="也许能认出个人的地方">
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography variant="pi">这些地方也许能认出个人，请逐处看：</Typography>
        {places.map(({ label, kind, excerpt, digest }, index) => (
          <Typography
            key={`${digest} ${index}`}
            variant="pi"
            tag="p"
            style={{ overflowWrap: 'anywhere' }}
          >
            {label}（{kind}）：{excerpt}
          </Typography>
        ))}
        <Checkbox
          checked={isPublic}
          onCheckedChange={(checked: boolean | 'indeterminate') => onPublic(checked === true)}
        >
          逐处看过，都可以公开
        </Checkbox>
      </Flex>
    </Box>
  )
}
