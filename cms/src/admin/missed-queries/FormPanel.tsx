import { Box, Flex, Typography } from '@strapi/design-system'
import type { ReactNode } from 'react'

type Props = { label: string; children: ReactNode }

/** A form that is opened below what it is about. */
export function FormPanel({ label, children }: Props) {
  return (
    <Box
      background="neutral100"
      padding={3}
      marginTop={2}
      hasRadius
      role="group"
      aria-label={label}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        {children}
      </Flex>
    </Box>
  )
}

/** Why the desk's server did not do it; nothing where it was not asked yet, or did. */
export function RefusalWords({ refusal }: { refusal: string }) {
  if (!refusal) return null
  return (
    <Typography variant="pi" tag="p" textColor="danger600" role="alert">
      {refusal}
    </Typography>
  )
}
