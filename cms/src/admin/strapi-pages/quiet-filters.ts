import type { StrapiApp } from '@strapi/strapi/admin'

/**
 * Receipt numbers, and what readers wrote: Strapi's filters put what is looked for into an address, which proxies and
 * browsers keep.
 */
const withheld = ['number', 'caseNumber', 'page', 'text', 'contact']

type Shown = { displayedFilters: { name: string }[] }

/** Offers no filter by what may stand in no address. */
export function quietFilters(app: Pick<StrapiApp, 'registerHook'>): void {
  app.registerHook('Admin/CM/pages/ListView/inject-in-filters', (shown: Shown) => ({
    ...shown,
    displayedFilters: shown.displayedFilters.filter(({ name }) => !withheld.includes(name)),
  }))
}
