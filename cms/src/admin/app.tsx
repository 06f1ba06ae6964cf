import type { StrapiApp } from '@strapi/strapi/admin'
import { LeadToCase } from './case/RedirectToCase'
import { LeadToQueue } from './case/LeadToQueue'
import { hideForeignLinks } from './chinese/foreign-links'
import { chinese } from './chinese/index'
import { customFields } from './custom-fields'
import { deskLink, viewsLink } from './desk/menu-link'
import { handbookLink } from './handbook/menu-link'
import { leadingLink } from './leading/menu-link'
import {
  CasePanel,
  EditionPanel,
  FramePanel,
  LivePanel,
  PreviewPanel,
  ReferencePanel,
} from './entry-panels'
import { onlyDeletion, withoutPublishing } from './edition/buttons'
import { ImportPanel, ListImport } from './import/panels'
import { widgets } from './home/widgets'
import { DeadWordsNote, DeadWordsPanel } from './missed-queries/AbsentWords'
import { keepPages } from './strapi-pages/keep-pages'
import { quietFilters } from './strapi-pages/quiet-filters'
import { KeptEdit } from './saving/KeptEdit'
import { rememberApp } from './saving/refresh'
import { watchRequests } from './saving/fetch-hook'
import mark from './mark.svg'

// Strapi's own news: of no use to an office, and in English.
localStorage.setItem('STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false', 'true')

const languageKey = 'strapi-admin-language'

// Strapi falls back to English where nobody has chosen; here the office's language stands first.
if (!localStorage.getItem(languageKey)) localStorage.setItem(languageKey, 'zh-Hans')

type Actions = { type?: string }[]
type Panel = { type?: string }
type ContentManager = {
  injectComponent(view: string, zone: string, component: object): void
  apis: {
    addEditViewSidePanel(change: (panels: Panel[]) => unknown[]): void
    addDocumentAction(change: (actions: Actions) => Actions): void
    addBulkAction(change: (actions: Actions) => Actions): void
  }
}

// What Strapi hands to the bootstrap has no routes.
let whole: StrapiApp | undefined

export default {
  config: {
    locales: ['zh-Hans'],
    translations: { 'zh-Hans': chinese },
    auth: { logo: mark },
    menu: { logo: mark },
    head: { favicon: mark, title: '信访门户管理后台' },
    // Strapi's own orange has a contrast of 4.4 to white; words want 4.5 (WCAG 2.2, 1.4.3).
    theme: { light: { colors: { warning700: '#9a4a00' } }, dark: {} },
    tutorials: false,
    notifications: { releases: false },
  },

  register(app: StrapiApp) {
    whole = app
    watchRequests()
    rememberApp(app)
    hideForeignLinks()
    app.widgets.register(() => widgets)
    app.addMenuLink(deskLink)
    app.addMenuLink(leadingLink)
    app.addMenuLink(viewsLink)
    app.addMenuLink(handbookLink)
    customFields.forEach((field) => app.customFields.register(field))
  },

  bootstrap(app: StrapiApp) {
    if (whole) keepPages(whole)
    quietFilters(app)
    const manager = app.getPlugin('content-manager') as unknown as ContentManager
    // Of Strapi's own, saving stays; its preview is another, which nobody here has set up.
    manager.apis.addEditViewSidePanel((panels) => [
      ...panels.filter(({ type }) => type === 'actions'),
      EditionPanel,
      CasePanel,
      LivePanel,
      PreviewPanel,
      ImportPanel,
      FramePanel,
      ReferencePanel,
      DeadWordsPanel,
      LeadToCase,
    ])
    manager.injectComponent('editView', 'right-links', { name: 'kept', Component: KeptEdit })
    manager.injectComponent('listView', 'actions', { name: 'queue', Component: LeadToQueue })
    manager.injectComponent('listView', 'actions', { name: 'import', Component: ListImport })
    manager.injectComponent('listView', 'actions', { name: 'dead-words', Component: DeadWordsNote })
    manager.apis.addDocumentAction(withoutPublishing)
    manager.apis.addBulkAction(onlyDeletion)
  },
}
