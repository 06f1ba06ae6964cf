import { css, styled } from 'styled-components'

/** How a box to write in looks: plain, at fault, in focus. */
export const frame = css`
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral500};
  border-radius: 4px;

  &[aria-invalid='true'] {
    border-color: ${({ theme }) => theme.colors.danger600};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
`

/** A box that grows with what is written in it. */
export const Writing = styled.textarea<{ $lines: number }>`
  display: block;
  width: 100%;
  min-height: ${({ $lines }) => $lines * 1.8 + 1.6}em;
  padding: 12px 14px;
  field-sizing: content;
  resize: vertical;
  font: inherit;
  font-size: 1.7rem;
  line-height: 1.8;
  ${frame}
`
