import { fileURLToPath } from 'node:url'
import { hardPages } from './pages/hard-pages'
import { hardWords, hardWordsOfPage, replaceWords } from './chinese/hard-words'

type Asset = { type: string; source?: unknown }

/** Chinese where Strapi's translations do not reach; a plugin of Vite. */
const translateHardWords = {
  name: 'hard-words',
  enforce: 'pre',
  transform(code: string, id: string) {
    const file = id.replaceAll('\\', '/').replace(/\?.*$/, '')
    const known = [...Object.entries(hardWords), ...Object.entries(hardPages)]
    const words = known.find(([name]) => file.endsWith(name))?.[1]
    return words && { code: replaceWords(code, words), map: null }
  },
  generateBundle: {
    // After Strapi has written its page.
    order: 'post',
    handler(_: unknown, bundle: Record<string, Asset>) {
      const page = bundle['index.html']
      if (!page) throw new Error('Strapi writes its page elsewhere now')
      page.source = replaceWords(String(page.source), hardWordsOfPage)
    },
  },
}

const cookies = '@strapi/admin/dist/admin/admin/src/utils/cookies.mjs'
const ours = fileURLToPath(new URL('./session/token.ts', import.meta.url))

/** Our way to keep the token of a session, in the place of Strapi's; a plugin of Vite. */
const keepToken = {
  name: 'keep-token',
  enforce: 'pre',
  transform(_: string, id: string) {
    const file = id.replaceAll('\\', '/').replace(/\?.*$/, '')
    if (!file.endsWith(cookies)) return undefined
    return { code: `export * from ${JSON.stringify(ours)}`, map: null }
  },
}

/** Strapi's own configuration of its admin's build, with two plugins more. */
export default function configure<C extends { plugins?: unknown[] }>(config: C): C {
  return { ...config, plugins: [...(config.plugins ?? []), translateHardWords, keepToken] }
}
