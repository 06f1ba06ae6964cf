import type { StrapiApp } from '@strapi/strapi/admin'
import { CasePanel } from './case/CasePanel'
import { CodePanel } from './case/CodePanel'
import { ExportCases } from './case/ExportCases'
import { DeliveriesPanel } from './case/DeliveriesPanel'
import { hideForeignLinks } from './chinese/foreign-links'
import { chinese } from './chinese/index'
import { EditionPanel } from './edition/EditionPanel'
import { onlyDeletion, withoutPublishing } from './edition/buttons'
import { ImportPanel, ListImport } from './import/panels'
import { widgets } from './home/widgets'
import { DeadWordsNote, DeadWordsPanel } from './missed/DeadWords'
import { LivePanel } from './live/LivePanel'
import { FramePanel } from './media/FramePanel'
import { keepPages } from './pages/keep-pages'
import { PreviewPanel } from './preview/PreviewPanel'
import { KeptEdit } from './saving/KeptEdit'
import { rememberApp } from './saving/refresh'
import { watchRequests } from './saving/fetch-hook'
import { ReferencePanel } from './references/ReferencePanel'
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
    tutorials: false,
    notifications: { releases: false },
  },

  register(app: StrapiApp) {
    whole = app
    watchRequests()
    rememberApp(app)
    hideForeignLinks()
    app.widgets.register(() => widgets)
    app.customFields.register({
      name: 'choice',
      type: 'string',
      intlLabel: { id: 'choice.label', defaultMessage: '选项' },
      intlDescription: { id: 'choice.description', defaultMessage: '从固定的几个词中选一个' },
      components: {
        Input: async () => (await import('./choice/ChoiceInput')) as { default: never },
      },
    })
    app.customFields.register({
      name: 'case-number',
      type: 'string',
      intlLabel: { id: 'case-number.label', defaultMessage: '办件' },
      intlDescription: { id: 'case-number.description', defaultMessage: '从办件里选一件' },
      components: {
        Input: async () => (await import('./choice/CaseNumberInput')) as { default: never },
      },
    })
    app.customFields.register({
      name: 'case-part',
      type: 'json',
      intlLabel: { id: 'case-part.label', defaultMessage: '办件的记录' },
      intlDescription: { id: 'case-part.description', defaultMessage: '只能看，不能改' },
      components: {
        Input: async () => (await import('./case/CasePart')) as { default: never },
      },
    })
    app.customFields.register({
      name: 'markdown',
      type: 'richtext',
      intlLabel: { id: 'markdown.label', defaultMessage: '正文' },
      intlDescription: { id: 'markdown.description', defaultMessage: '所见即所得的文字' },
      components: {
        Input: async () => (await import('./editor/MarkdownInput')) as { default: never },
      },
    })
    app.customFields.register({
      name: 'slug',
      type: 'string',
      intlLabel: { id: 'slug.label', defaultMessage: '网址名' },
      intlDescription: { id: 'slug.description', defaultMessage: '网页地址里的名字' },
      components: {
        Input: async () => (await import('./typed/SlugInput')) as { default: never },
      },
    })
    app.customFields.register({
      name: 'clock-time',
      type: 'string',
      intlLabel: { id: 'clock-time.label', defaultMessage: '时间' },
      intlDescription: { id: 'clock-time.description', defaultMessage: '一天里的时间' },
      components: {
        Input: async () => (await import('./typed/ClockTimeInput')) as { default: never },
      },
    })
    app.customFields.register({
      name: 'clock-span',
      type: 'string',
      intlLabel: { id: 'clock-span.label', defaultMessage: '时段' },
      intlDescription: { id: 'clock-span.description', defaultMessage: '一天里的时段' },
      components: {
        Input: async () => (await import('./typed/ClockSpanInput')) as { default: never },
      },
    })
    app.customFields.register({
      name: 'film-moment',
      type: 'decimal',
      intlLabel: { id: 'film-moment.label', defaultMessage: '时刻' },
      intlDescription: { id: 'film-moment.description', defaultMessage: '视频里的时刻' },
      components: {
        Input: async () => (await import('./typed/FilmMomentInput')) as { default: never },
      },
    })
  },

  bootstrap(app: StrapiApp) {
    if (whole) keepPages(whole)
    const manager = app.getPlugin('content-manager') as unknown as ContentManager
    // Of Strapi's own, saving stays; its preview is another, which nobody here has set up.
    manager.apis.addEditViewSidePanel((panels) => [
      ...panels.filter(({ type }) => type === 'actions'),
      EditionPanel,
      LivePanel,
      PreviewPanel,
      ImportPanel,
      FramePanel,
      ReferencePanel,
      DeadWordsPanel,
      CasePanel,
      DeliveriesPanel,
      CodePanel,
    ])
    manager.injectComponent('editView', 'right-links', { name: 'kept', Component: KeptEdit })
    manager.injectComponent('listView', 'actions', { name: 'import', Component: ListImport })
    manager.injectComponent('listView', 'actions', { name: 'cases', Component: ExportCases })
    manager.injectComponent('listView', 'actions', { name: 'dead-words', Component: DeadWordsNote })
    manager.apis.addDocumentAction(withoutPublishing)
    manager.apis.addBulkAction(onlyDeletion)
  },
}
