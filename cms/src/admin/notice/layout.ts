import { styled } from 'styled-components'

/** The words of the case beside the words of the notice; one below the other on a telephone. */
export const Pair = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 12px 32px;

  @media (min-width: 900px) {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
`

/** What a text is, and what can be done with it: as high beside the button as without one. */
export const TextHead = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  align-items: center;
  justify-content: space-between;

  @media (min-width: 900px) {
    min-height: 40px;
  }
`

/** Running text in which marks stand. */
export const Words = styled.p`
  font-size: 1.6rem;
  line-height: 2;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};
`

/** What of the case does not go into the notice, as it stands in the case. */
export const Left = styled.mark`
  padding: 2px 3px;
  border-radius: 3px;
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.warning100};
  border-bottom: 2px solid ${({ theme }) => theme.colors.warning600};
`

/** What stands in place of something, for good. */
export const Fixed = styled.mark`
  padding: 2px 4px;
  border-radius: 3px;
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.neutral200};
`

/** A place that can be decided otherwise by a press. */
export const Turn = styled.button<{ $doubt: boolean }>`
  padding: 2px 4px;
  font: inherit;
  line-height: inherit;
  cursor: pointer;
  border-radius: 3px;
  color: ${({ theme }) => theme.colors.primary700};
  background: ${({ theme, $doubt }) => ($doubt ? 'transparent' : theme.colors.primary100)};
  border-bottom: 2px ${({ $doubt }) => ($doubt ? 'dashed' : 'solid')}
    ${({ theme }) => theme.colors.primary600};

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`
