import { createGlobalStyle } from 'styled-components'

/** On paper the book alone: no menu, no buttons, and all of it, not the part that was scrolled to. */
export const PrintLook = createGlobalStyle`
  @media print {
    @page {
      size: A4;
      margin: 20mm 18mm;
    }
    nav,
    button {
      display: none !important;
    }
    html,
    body,
    #strapi,
    #strapi div:has(main),
    main {
      display: block !important;
      height: auto !important;
      overflow: visible !important;
      background: #fff !important;
    }
  }
`
