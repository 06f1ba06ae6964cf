import { styled } from 'styled-components'

/** What is said beside something: a hint, a number, a day. */
export const Small = styled.p`
  font-size: 1.5rem;
  line-height: 1.6;
  color: ${({ theme }) => theme.colors.neutral600};
`
