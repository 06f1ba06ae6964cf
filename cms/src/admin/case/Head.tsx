import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { longMoment } from '@portal/content/calendar/wording'
import { Button, Flex, Typography } from '@strapi/design-system'
import { Duplicate } from '@strapi/icons'
import { useState } from 'react'
import type { CasePage } from '../../contracts/cases/page.ts'

/** A number as it is printed: in fours. */

/** Where the case stands, in a sentence, red only where somebody is late; and what it is. */
export function Head({ page }: { page: CasePage }) {
  const { number, category, topic, region, receivedAt, channel, situation } = page
  const [copied, setCopied] = useState('')

  async function copy() {
    const done = await navigator.clipboard?.writeText(number).then(
      () => true,
      () => false,
    )
    setCopied(done ? '编号已复制' : '没能复制，请选中编号再复制')
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography tag="p" style={{ fontSize: 20, lineHeight: 1.7 }} fontWeight="semiBold">
        {situation.map(({ text, late }) => (
          <Typography
            key={text}
            tag="span"
            textColor={late ? 'danger600' : 'neutral800'}
            style={{ font: 'inherit' }}
          >
            {text}
          </Typography>
        ))}
      </Typography>
      <Flex gap={4} wrap="wrap" alignItems="center">
        <Button
          variant="tertiary"
          size="S"
          startIcon={<Duplicate />}
          aria-label={`复制编号 ${formatReceiptNumber(number)}`}
          onClick={() => void copy()}
        >
          {formatReceiptNumber(number)}
        </Button>
        <Typography textColor="neutral700">{category}</Typography>
        <Typography textColor="neutral700">{topic}</Typography>
        <Typography textColor="neutral700">{region}</Typography>
        <Typography textColor="neutral700">{`${longMoment(receivedAt)}收到`}</Typography>
        <Typography textColor="neutral700">{channel}</Typography>
        <div role="status">
          {copied && <Typography textColor="success700">{copied}</Typography>}
        </div>
      </Flex>
    </Flex>
  )
}
