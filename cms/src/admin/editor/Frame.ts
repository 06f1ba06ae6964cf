import { styled } from 'styled-components'

/** The frame around toolbar and text; over the whole window while `data-whole` is set. */
export const Frame = styled.div<{ $invalid: boolean; $disabled: boolean; $rows: number }>`
  width: 100%;
  /* Dialogs find their place from the nearest transformed ancestor: let it be this one. */
  transform: translateZ(0);
  border: 1px solid
    ${({ theme, $invalid }) => ($invalid ? theme.colors.danger600 : theme.colors.neutral200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $disabled }) =>
    $disabled ? theme.colors.neutral150 : theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};

  &:focus-within {
    border-color: ${({ theme, $invalid }) =>
      $invalid ? theme.colors.danger600 : theme.colors.primary600};
    box-shadow: 0 0 0 2px
      ${({ theme, $invalid }) => ($invalid ? theme.colors.danger200 : theme.colors.primary200)};
  }

  &[data-whole='true'] {
    position: fixed;
    inset: 0;
    z-index: ${({ theme }) => theme.zIndices.overlay};
    overflow-y: auto;
    border: 0;
    border-radius: 0;
  }

  .mdxeditor-toolbar {
    position: sticky;
    top: 0;
    z-index: 2;
    flex-wrap: wrap;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
    padding: 0.6rem 0.8rem;
    border-radius: ${({ theme }) => theme.borderRadius} ${({ theme }) => theme.borderRadius} 0 0;
    background: ${({ theme }) => theme.colors.neutral100};
  }

  .mdxeditor-toolbar button > svg {
    width: 2rem;
    height: 2rem;
  }

  .mdxeditor-toolbar button:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }

  .desk-text {
    min-height: ${({ $rows }) => `${$rows * 2.8}rem`};
    max-width: 40em;
    margin: 0 auto;
    padding: 2rem 2.4rem 4rem;
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 1.6rem;
    line-height: 1.75;
  }

  &[data-whole='true'] .desk-text {
    min-height: calc(100vh - 6rem);
    font-size: 1.8rem;
  }

  .desk-text:not([contenteditable]) {
    display: none;
  }

  .desk-text > * + * {
    margin-top: 0.9em;
  }

  .desk-text h1,
  .desk-text h2 {
    font-size: 1.25em;
    font-weight: 700;
  }

  .desk-text h3 {
    font-size: 1.1em;
    font-weight: 700;
  }

  .desk-text h4,
  .desk-text h5,
  .desk-text h6 {
    font-size: 1em;
    font-weight: 700;
  }

  .desk-text * + h2,
  .desk-text * + h3,
  .desk-text * + h4 {
    margin-top: 1.5em;
  }

  .desk-text strong {
    font-weight: 700;
  }

  .desk-text em {
    font-style: italic;
  }

  .desk-text ul,
  .desk-text ol {
    padding-left: 1.6em;
  }

  .desk-text ul {
    list-style: disc;
  }

  .desk-text ol {
    list-style: decimal;
  }

  .desk-text li > ul,
  .desk-text li > ol {
    margin: 0;
  }

  .desk-text li[class*='nestedListItem'] {
    list-style: none;
  }

  .desk-text blockquote {
    padding-left: 1em;
    border-left: 3px solid ${({ theme }) => theme.colors.neutral300};
    color: ${({ theme }) => theme.colors.neutral600};
  }

  .desk-text a {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
  }

  .desk-text [data-editor-block-type='image'] {
    display: block;
  }

  .desk-text [data-editor-block-type='image'] img {
    display: block;
    max-width: 100%;
    height: auto;
  }

  .desk-picture-tools {
    position: absolute;
    top: 0.8rem;
    right: 0.8rem;
    display: flex;
    gap: 0.4rem;
  }

  .desk-picture-tools button {
    display: flex;
    padding: 0.8rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral300};
    border-radius: ${({ theme }) => theme.borderRadius};
    background: ${({ theme }) => theme.colors.neutral0};
    color: ${({ theme }) => theme.colors.neutral800};
  }

  .desk-caption {
    display: block;
    margin-top: 0.6rem;
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.4rem;
    text-align: center;
  }

  .desk-caption.is-missing {
    color: ${({ theme }) => theme.colors.warning700};
  }

  .desk-text tbody th:not([data-tool-cell='true']):not([class*='toolCell']) {
    background: ${({ theme }) => theme.colors.neutral100};
    font-weight: 700;
    text-align: left;
  }
`
