import { hardWords, hardWordsOfPage, replaceWords } from './chinese/hard-words'

type Asset = { type: string; source?: unknown }

/** Chinese where Strapi's translations do not reach; a plugin of Vite. */
const translateHardWords = {
  name: 'hard-words',
  enforce: 'pre',
  transform(code: string, id: string) {
    const file = id.replaceAll('\\', '/').replace(/\?.*$/, '')
    const words = Object.entries(hardWords).find(([name]) => file.endsWith(name))?.[1]
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

/** Strapi's own configuration of its admin's build, with one plugin more. */
export default function configure<C extends { plugins?: unknown[] }>(config: C): C {
  return { ...config, plugins: [...(config.plugins ?? []), translateHardWords] }
}
