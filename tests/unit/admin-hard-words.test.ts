import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { it } from 'node:test'

const strapi = join(import.meta.dirname, '../../node_modules/@strapi')

const inElements =
  /(?:children|label|placeholder|title|tooltip|['"]aria-label['"]): (?:'([A-Z][^'\n]*)'|"([A-Z][^"\n]*)")/g
const inDefaults = /(?:[lL]abel|placeholder): \w+ = "([A-Z][^"]+)"/g
/** Pages that this desk does not have or only the administrator opens, and the addresses of manuals. */
const notMet =
  /\/(?:translations|tests|ee|BlocksInput|Settings|Marketplace\w*|history)\/|getMatchingDocLink/

function wordsIn(file: string, form: RegExp): string[] {
  const name = relative(strapi, file).replace(/^([\w-]+)\/.*\//, '$1 ')
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines
    .filter((line) => !/^\s*\*/.test(line))
    .flatMap((line) => [...line.matchAll(form)].map(([, a, b]) => `${name}: ${a ?? b}`))
}

/**
 * English that Strapi's code shows past its translations, so that nothing here can change it. Most is
 * heard by screen readers only.
 */
const known = [
  'admin DefaultDocument.mjs: Strapi Admin',
  'admin LazyOutlet.mjs: Loading content.',
  'admin LeftMenu.mjs: Menu',
  'admin NoJavascript.mjs: JavaScript disabled',
  'content-manager PublishAction.mjs: Publication status',
  'i18n LocaleTable.mjs: Actions',
  'upload SearchAsset.mjs: Search',
]

/** The same for the labels that the design system gives where the admin says nothing. */
const fallbacks = [
  'Choose date',
  'Choose time',
  'Clear',
  'Close modal',
  'Month',
  'Off',
  'On',
  'Pagination',
  'Select or enter a value',
  'Year',
]

it('knows every English word that staff meet past the translations', () => {
  const bundles = ['admin', 'content-manager', 'upload', 'i18n', 'email'].flatMap((plugin) =>
    globSync(`${strapi}/${plugin}/dist/admin/**/*.mjs`),
  )
  assert.ok(bundles.length > 500, `only ${bundles.length} files found: has Strapi moved them?`)
  const met = bundles.filter((file) => !notMet.test(file))
  assert.deepEqual(met.flatMap((file) => wordsIn(file, inElements)).sort(), known)
})

it('knows every English label that the design system falls back to', () => {
  const words = wordsIn(join(strapi, 'design-system/dist/index.mjs'), inDefaults)
  assert.deepEqual([...new Set(words.map((word) => word.split(': ')[1]))].sort(), fallbacks)
})
