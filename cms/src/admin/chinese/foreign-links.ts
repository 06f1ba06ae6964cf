/** Links to Strapi's own manuals and shop: in English, and out of the office's network. */
const links = 'a[href*="strapi.io"], a[href*="github.com/strapi"]'

/** Hides them wherever the admin shows them, also to screen readers and the keyboard. */
export function hideForeignLinks(): void {
  const style = document.createElement('style')
  style.textContent = `${links} { display: none !important; }`
  document.head.append(style)
}
