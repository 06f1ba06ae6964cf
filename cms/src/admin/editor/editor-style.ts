import { createGlobalStyle } from 'styled-components'

/** The editor and what pops up from it, in the colours of the desk's own theme. */
export const EditorLook = createGlobalStyle`
  /* Twice, to stand above the editor's own rule. */
  .desk-editor.desk-editor {
    --basePageBg: ${({ theme }) => theme.colors.neutral0};
    --baseBase: ${({ theme }) => theme.colors.neutral0};
    --baseBgSubtle: ${({ theme }) => theme.colors.neutral0};
    --baseBg: ${({ theme }) => theme.colors.neutral100};
    --baseBgHover: ${({ theme }) => theme.colors.neutral150};
    --baseBgActive: ${({ theme }) => theme.colors.neutral200};
    --baseLine: ${({ theme }) => theme.colors.neutral200};
    --baseBorder: ${({ theme }) => theme.colors.neutral200};
    --baseBorderHover: ${({ theme }) => theme.colors.neutral300};
    --baseSolid: ${({ theme }) => theme.colors.neutral500};
    --baseSolidHover: ${({ theme }) => theme.colors.neutral600};
    --baseText: ${({ theme }) => theme.colors.neutral700};
    --baseTextContrast: ${({ theme }) => theme.colors.neutral800};
    --accentBase: ${({ theme }) => theme.colors.primary100};
    --accentBg: ${({ theme }) => theme.colors.primary100};
    --accentBgHover: ${({ theme }) => theme.colors.primary100};
    --accentBgActive: ${({ theme }) => theme.colors.primary200};
    --accentLine: ${({ theme }) => theme.colors.primary200};
    --accentBorder: ${({ theme }) => theme.colors.primary500};
    --accentSolid: ${({ theme }) => theme.colors.primary600};
    --accentSolidHover: ${({ theme }) => theme.colors.primary700};
    --accentText: ${({ theme }) => theme.colors.primary700};
    --accentTextContrast: ${({ theme }) => theme.colors.primary700};
    --font-body: inherit;
    /* The editor's measures suppose a root of 16 px; the desk's has 10. */
    --text-xxs: 1.1rem;
    --text-xs: 1.2rem;
    --text-sm: 1.4rem;
    --text-base: 1.6rem;
    --spacing-0_5: 0.2rem;
    --spacing-1: 0.4rem;
    --spacing-1_5: 0.6rem;
    --spacing-2: 0.8rem;
    --spacing-3: 1.2rem;
    --spacing-4: 1.6rem;
    --spacing-5: 2rem;
    --spacing-6: 2.4rem;
    --spacing-10: 4rem;
    --spacing-36: 14.4rem;
    --spacing-48: 19.2rem;
    font-size: 1.4rem;
  }
  .mdxeditor-popup-container.desk-editor {
    z-index: ${({ theme }) => theme.zIndices.popover};
  }
`
