import { fileURLToPath } from 'node:url'
import { pagePatches } from './strapi-pages/page-patches'
import { hardCodedTexts, hardCodedPageTexts, replaceWords } from './chinese/hard-coded-texts'

type Asset = { type: string; source?: unknown }

/** Chinese where Strapi's translations do not reach; a plugin of Vite. */
const translateHardWords = {
  name: 'hard-words',
  enforce: 'pre',
  transform(code: string, id: string) {
    const file = id.replaceAll('\\', '/').replace(/\?.*$/, '')
    const known = [...Object.entries(hardCodedTexts), ...Object.entries(pagePatches)]
    const words = known.filter(([name]) => file.endsWith(name)).map(([, each]) => each)
    if (words.length === 0) return undefined
    return { code: replaceWords(code, Object.assign({}, ...words)), map: null }
  },
  generateBundle: {
    // After Strapi has written its page.
    order: 'post',
    handler(_: unknown, bundle: Record<string, Asset>) {
      const page = bundle['index.html']
      if (!page) throw new Error('Strapi writes its page elsewhere now')
      page.source = replaceWords(String(page.source), hardCodedPageTexts)
    },
  },
}

const admin = '@strapi/admin/dist/admin/admin/src'

/** Modules of Strapi that ours stand in the place of. */
const replaced: Record<string, string> = {
  // How the token of a session is kept.
  [`${admin}/utils/cookies.mjs`]: './session/token.ts',
  [`${admin}/components/FormInputs/Date.mjs`]: './inputs/DateInput.tsx',
  [`${admin}/components/FormInputs/DateTime.mjs`]: './inputs/DateTimeInput.tsx',
  '@strapi/upload/dist/admin/components/FilterPopover/FilterValueInput.mjs':
    './inputs/FilterValueInput.tsx',
}

/** A plugin of Vite. */
const replaceModules = {
  name: 'replace-modules',
  enforce: 'pre',
  transform(_: string, id: string) {
    const file = id.replaceAll('\\', '/').replace(/\?.*$/, '')
    const ours = Object.entries(replaced).find(([name]) => file.endsWith(name))?.[1]
    if (!ours) return undefined
    const path = fileURLToPath(new URL(ours, import.meta.url))
    return { code: `export * from ${JSON.stringify(path)}`, map: null }
  },
}

/** Strapi's own configuration of its admin's build, with two plugins more. */
export default function configure<C extends { plugins?: unknown[] }>(config: C): C {
  return { ...config, plugins: [...(config.plugins ?? []), translateHardWords, replaceModules] }
}
