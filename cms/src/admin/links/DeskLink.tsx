import { Link } from 'react-router-dom'
import { styled } from 'styled-components'

/** A link to another page of the desk, in the colours of its theme. */
export const DeskLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary700};
  text-underline-offset: 0.2em;
  overflow-wrap: anywhere;

  &:hover {
    color: ${({ theme }) => theme.colors.primary600};
  }
`
