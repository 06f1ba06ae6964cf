import { longMoment } from '@portal/content/calendar/wording'
import { Flex, TextButton, Typography } from '@strapi/design-system'
import { useState } from 'react'
import type { RecordedStep } from '../../contracts/publications/editions.ts'

const shown = 4

/** Who did what and when, newest first. */
export function Record({ steps }: { steps: RecordedStep[] }) {
  const [all, setAll] = useState(false)
  if (steps.length === 0) return null
  return (
    <Flex direction="column" alignItems="stretch" gap={2} tag="section" aria-label="办理过程">
      <Typography variant="sigma" tag="h3" textColor="neutral600">
        办理过程
      </Typography>
      {(all ? steps : steps.slice(0, shown)).map(({ at, who, word, reason, edition }, index) => (
        <Flex key={index} direction="column" alignItems="stretch">
          <Typography variant="pi">
            {`${who === word ? '' : `${who} `}${word}${edition === null ? '' : `（第 ${edition} 版）`}`}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {longMoment(at)}
          </Typography>
          {reason && (
            <Typography variant="pi" textColor="neutral700">
              {reason}
            </Typography>
          )}
        </Flex>
      ))}
      {steps.length > shown && (
        <TextButton onClick={() => setAll(!all)}>
          {all ? '只看最近几步' : `查看全部 ${steps.length} 步`}
        </TextButton>
      )}
    </Flex>
  )
}
