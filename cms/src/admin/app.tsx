import type { StrapiApp } from '@strapi/strapi/admin'
import { CasePanel } from './case/CasePanel'
import { chinese } from './chinese/index'

const languageKey = 'strapi-admin-language'

// Strapi falls back to English where nobody has chosen; here the office's language stands first.
if (!localStorage.getItem(languageKey)) localStorage.setItem(languageKey, 'zh-Hans')

type ContentManager = { apis: { addEditViewSidePanel(panels: unknown[]): void } }

export default {
  config: {
    locales: ['zh-Hans'],
    translations: { 'zh-Hans': chinese },
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
    manager.apis.addEditViewSidePanel([CasePanel])
  },
}
