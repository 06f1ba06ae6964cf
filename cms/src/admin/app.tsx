import type { StrapiApp } from '@strapi/strapi/admin'
import { CasePanel } from './case/CasePanel'
import { CodePanel } from './case/CodePanel'
import { TellingPanel } from './case/TellingPanel'
import { chinese } from './chinese/index'
import mark from './mark.svg'

// Strapi's own news: of no use to an office, and in English.
localStorage.setItem('STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false', 'true')

const languageKey = 'strapi-admin-language'

// Strapi falls back to English where nobody has chosen; here the office's language stands first.
if (!localStorage.getItem(languageKey)) localStorage.setItem(languageKey, 'zh-Hans')

type ContentManager = { apis: { addEditViewSidePanel(panels: unknown[]): void } }

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
    app.customFields.register({
      name: 'choice',
      type: 'string',
      intlLabel: { id: 'choice.label', defaultMessage: '选项' },
      intlDescription: { id: 'choice.description', defaultMessage: '从固定的几个词中选一个' },
      components: {
        Input: async () => (await import('./choice/ChoiceInput')) as { default: never },
      },
    })
  },

  bootstrap(app: StrapiApp) {
    const manager = app.getPlugin('content-manager') as unknown as ContentManager
    manager.apis.addEditViewSidePanel([CasePanel, TellingPanel, CodePanel])
  },
}
