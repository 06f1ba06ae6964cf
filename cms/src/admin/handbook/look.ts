import { styled } from 'styled-components'

/** A handbook set to be read, on the screen and on A4. */
export const Book = styled.div`
  max-width: 44em;
  font-size: 17px;
  line-height: 1.8;
  color: ${({ theme }) => theme.colors.neutral800};
  overflow-wrap: anywhere;

  h2 {
    font-size: 2.4rem;
    font-weight: 700;
    line-height: 1.4;
    padding-top: 24px;
    scroll-margin-top: 72px;
  }
  h3 {
    font-size: 1.9rem;
    font-weight: 700;
    padding-top: 16px;
  }
  p,
  ul,
  ol,
  pre,
  table {
    padding-top: 8px;
  }
  strong {
    font-weight: 700;
  }
  ol,
  ul {
    padding-left: 1.8em;
  }
  ol {
    list-style: decimal;
  }
  ul {
    list-style: disc;
  }
  li > p {
    padding-top: 4px;
  }
  code {
    padding: 1px 5px;
    border-radius: 4px;
    background: ${({ theme }) => theme.colors.neutral150};
    font-family: ui-monospace, Consolas, 'Noto Sans Mono CJK SC', monospace;
    font-size: 0.9em;
  }
  pre code {
    display: block;
    padding: 12px;
    white-space: pre-wrap;
  }
  blockquote {
    margin-top: 12px;
    padding: 4px 16px 12px;
    border-left: 4px solid ${({ theme }) => theme.colors.warning500};
    background: ${({ theme }) => theme.colors.warning100};
  }
  table {
    width: 100%;
    margin-top: 8px;
    border-collapse: collapse;
    font-size: 1.5rem;
  }
  th,
  td {
    padding: 8px 10px;
    text-align: left;
    vertical-align: top;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  th {
    font-weight: 700;
    background: ${({ theme }) => theme.colors.neutral100};
  }
  figure {
    margin: 12px 0;
  }
  img {
    max-width: 100%;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: 6px;
  }
  figcaption {
    font-size: 1.4rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }

  @media print {
    max-width: none;
    font-size: 11pt;
    line-height: 1.6;
    color: #000;

    h2 {
      outline: none;
      break-before: page;
    }
    h2,
    h3 {
      break-after: avoid;
    }
    figure,
    tr,
    blockquote {
      break-inside: avoid;
    }
    img {
      max-height: 110mm;
    }
  }
`
