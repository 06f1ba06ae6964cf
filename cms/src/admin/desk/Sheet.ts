import { styled } from 'styled-components'

/** A sheet of paper on the desk. */
export const Sheet = styled.section`
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 4px;
  padding: 24px 28px;
  color: ${({ theme }) => theme.colors.neutral800};
  overflow-wrap: anywhere;

  @media (max-width: 600px) {
    padding: 16px;
  }
`
