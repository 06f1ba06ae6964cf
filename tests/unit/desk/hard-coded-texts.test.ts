import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { it } from 'node:test'
import { hardCodedTexts, replaceWords } from '../../../cms/src/admin/chinese/hard-coded-texts.ts'

const packages = join(import.meta.dirname, '../../../node_modules')
const strapi = join(packages, '@strapi')

const inElements =
  /(?:children|label|placeholder|title|tooltip|['"]aria-label['"]): (?:'([A-Z][^'\n]*)'|"([A-Z][^"\n]*)")/g
const inDefaults = /(?:[lL]abel|placeholder): \w+ = "([A-Z][^"]+)"/g
/** Pages that this desk does not have or only the administrator opens, and the addresses of manuals. */
const notMet =
  /\/(?:translations|tests|ee|BlocksInput|Settings|Marketplace\w*|history)\/|getMatchingDocLink|\w+Configuration(?:Page)?\.mjs|\/ListConfiguration\/|LocaleTable/

/** The English words of a file as staff meet them, after ours have been put in. */
function wordsIn(file: string, form: RegExp): string[] {
  const name = relative(strapi, file).replace(/^([\w-]+)\/.*\//, '$1 ')
  const ours = hardCodedTexts[relative(packages, file).replaceAll('\\', '/')] ?? {}
  const lines = replaceWords(readFileSync(file, 'utf8'), ours).split('\n')
  return lines
    .filter((line) => !/^\s*\*/.test(line))
    .flatMap((line) => [...line.matchAll(form)].map(([, a, b]) => `${name}: ${a ?? b}`))
}

/** These stand in the one HTML page, which the build of the admin translates or fails. */
const inPage = [
  'admin DefaultDocument.mjs: Strapi Admin',
  'admin NoJavascript.mjs: JavaScript disabled',
]

it('leaves no English word past the translations', () => {
  const bundles = ['admin', 'content-manager', 'upload', 'i18n', 'email'].flatMap((plugin) =>
    globSync(`${strapi}/${plugin}/dist/admin/**/*.mjs`),
  )
  assert.ok(bundles.length > 500, `only ${bundles.length} files found: has Strapi moved them?`)
  const met = bundles.filter((file) => !notMet.test(file))
  assert.deepEqual(met.flatMap((file) => wordsIn(file, inElements)).sort(), inPage)
})

it('leaves no English label that the design system falls back to', () => {
  assert.deepEqual(wordsIn(join(strapi, 'design-system/dist/index.mjs'), inDefaults), [])
})

it('translates only what is there, so that an upgrade that changes it is noticed', () => {
  for (const [file, words] of Object.entries(hardCodedTexts)) {
    const text = replaceWords(readFileSync(join(packages, file), 'utf8'), words)
    for (const chinese of Object.values(words)) assert.ok(text.includes(chinese), file)
  }
  assert.throws(() => replaceWords('label: "Find"', { 'label: "Search"': 'label: "搜索"' }))
})
