import { Typography } from '@strapi/design-system'
import type { ReactNode } from 'react'
import { styled } from 'styled-components'

/** Words of people, with the lines in which they were written, set to be read. */
export const Prose = styled.p`
  max-width: 40em;
  font-size: 17px;
  line-height: 1.8;
  color: ${({ theme }) => theme.colors.neutral800};
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`

/** A part of the page with its heading. */
export function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <PartBox aria-label={name}>
      <Typography variant="beta" tag="h2">
        {name}
      </Typography>
      {children}
    </PartBox>
  )
}

const PartBox = styled.section`
  display: flex;
  flex-direction: column;
  gap: 12px;
  padding: 24px;
  min-width: 0;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;

  @media (max-width: 767px) {
    padding: 16px;
  }
`
