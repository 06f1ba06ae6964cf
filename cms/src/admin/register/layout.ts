import { createGlobalStyle, styled } from 'styled-components'
import { Sheet as DeskSheet } from '../desk/Sheet'
import { frame } from '../desk/Writing'

/** The form, and beside it on a wide desk what may be a repeat; below it on a telephone. */
export const Columns = styled.div`
  display: grid;
  gap: 24px;
  align-items: start;
  max-width: 132rem;

  @media (min-width: 1180px) {
    grid-template-columns: minmax(0, 76rem) minmax(300px, 1fr);

    & > aside {
      position: sticky;
      top: 16px;
      max-height: calc(100vh - 32px);
      overflow-y: auto;
    }
  }
`

/** A sheet on which a form stands. */
export const Sheet = styled(DeskSheet)`
  font-size: 1.8rem;
  line-height: 1.6;

  mark {
    color: ${({ theme }) => theme.colors.neutral800};
    background: ${({ theme }) => theme.colors.warning200};
  }
`

export const SheetTitle = styled.h2`
  font-size: 2rem;
  font-weight: 600;
  line-height: 1.4;
  margin-bottom: 16px;
`

/** Fields under each other, in pairs where `$pairs` and there is room. */
export const Fields = styled.div<{ $pairs?: boolean }>`
  display: grid;
  gap: 20px 24px;

  @media (min-width: 760px) {
    grid-template-columns: ${({ $pairs }) => ($pairs ? '1fr 1fr' : '1fr')};
  }
`

export const Label = styled.label`
  display: block;
  font-weight: 600;
  margin-bottom: 4px;
`

export const Fault = styled.p`
  font-size: 1.6rem;
  line-height: 1.6;
  color: ${({ theme }) => theme.colors.danger600};
`

/** An input, a list or a box to write in. */
export const Control = styled.input`
  display: block;
  width: 100%;
  min-height: 48px;
  padding: 8px 12px;
  font: inherit;
  font-size: 1.8rem;
  line-height: 1.6;
  ${frame}
`

/** One of some big choices; the radio button inside says which is chosen. */
export const Choice = styled.label`
  display: flex;
  align-items: center;
  gap: 10px;
  min-height: 52px;
  padding: 8px 12px;
  border: 1px solid ${({ theme }) => theme.colors.neutral500};
  border-radius: 4px;
  cursor: pointer;

  &:has(input:checked) {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
    font-weight: 600;
  }
  &:has(input:focus-visible) {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
  input {
    width: 20px;
    height: 20px;
    flex: none;
    accent-color: ${({ theme }) => theme.colors.primary600};
  }
`

export const ChoiceRow = styled.div<{ $least: string }>`
  display: grid;
  gap: 12px;
  grid-template-columns: repeat(auto-fill, minmax(${({ $least }) => $least}, 1fr));
`

export const Plain = styled.fieldset`
  border: 0;
  padding: 0;
  margin: 0;
  min-width: 0;

  legend {
    padding: 0;
    font-weight: 600;
    margin-bottom: 4px;
  }
`

/** What is printed for the petitioner. */
export const Receipt = styled.div`
  line-height: 1.8;

  h3 {
    font-size: 1.8rem;
    font-weight: 600;
  }
  strong {
    display: block;
    font-size: 2.4rem;
    letter-spacing: 0.04em;
    white-space: nowrap;

    @media (max-width: 420px) {
      font-size: 2.2rem;
      letter-spacing: 0;
    }
  }

  @media print {
    position: fixed;
    inset: 0;
    padding: 20mm;
    color: #000;
  }
`

/** Of the page, the receipt alone is printed. */
export const PrintReceipt = createGlobalStyle`
  @media print {
    body * {
      visibility: hidden;
    }
    ${Receipt}, ${Receipt} * {
      visibility: visible;
    }
  }
`
