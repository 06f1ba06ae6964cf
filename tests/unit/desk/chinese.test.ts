import assert from 'node:assert/strict'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { it } from 'node:test'
import { chinese } from '../../../cms/src/admin/chinese/index.ts'

type Texts = Record<string, string>
type Part = {
  type: number
  value: string
  children?: Part[]
  options?: Record<string, { value: Part[] }>
}
type Parser = { parse(text: string, options: { requiresOtherClause: boolean }): Part[] }

const root = join(import.meta.dirname, '../../..')
const strapi = join(root, 'node_modules/@strapi')
const plugins = readdirSync(strapi).filter((name) => existsSync(join(strapi, name, 'dist/admin')))

/** Strapi prefixes the texts of every plugin with the plugin's name, but not those of the admin. */
const prefixOf = (plugin: string) => (plugin === 'admin' ? '' : `${plugin}.`)

/** Code of pages that the desk has taken away (admin/strapi-pages/keep-pages.ts), or that are paid for. */
const withheld = [
  /^(?:content-type-builder|content-releases|review-workflows|email)\//,
  /\/pages\/Settings\/pages\/(?!Users|Roles)/,
  /\/ee\//,
]
const withheldPlugins = /^(?:content-type-builder|content-releases|review-workflows|email)\./
const code = plugins.flatMap((plugin) =>
  globSync(`${strapi}/${plugin}/dist/admin/**/*.mjs`)
    .filter((file) => !/\/(translations|tests)\//.test(file))
    .map((file) => ({ file: file.slice(strapi.length + 1), text: readFileSync(file, 'utf8') })),
)

/** What stands between quotes in the code, and the files where it does; of templates what follows the last value. */
const quoted = new Map<string, string[]>()
for (const { file, text } of code) {
  for (const [, words = ''] of text.matchAll(/['"`]([^'"`\n]+)['"`]/g)) {
    const id = words.replace(/^.*\}\.?/, '')
    quoted.set(id, [...(quoted.get(id) ?? []), file])
  }
}

/** Whether a page that the desk keeps may ask for a text; an id that is put together at run time may be. */
function isReachable(id: string): boolean {
  const plugin = plugins.find((name) => id.startsWith(prefixOf(name) || ' '))
  const own = plugin ? id.slice(prefixOf(plugin).length) : id
  const asking = [
    ...(quoted.get(id) ?? []),
    ...(quoted.get(own) ?? []).filter((file) => file.startsWith(`${plugin}/`)),
  ]
  if (asking.length === 0) return !withheldPlugins.test(id)
  return asking.some((file) => withheld.every((page) => !page.test(file)))
}

async function shipped(locale: string): Promise<Texts> {
  const all: Texts = {}
  for (const plugin of plugins) {
    const files = globSync(`${strapi}/${plugin}/dist/admin/**/translations/${locale}.json.mjs`)
    for (const file of files) {
      const { default: texts } = (await import(file)) as { default: Texts }
      for (const [id, text] of Object.entries(texts)) all[prefixOf(plugin) + id] = text
    }
  }
  return all
}

const asked =
  /\bid: (\w+\()?(['"`])([^'"`\n]+)\2\)?,\s*defaultMessage: (?:'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`([^`]*)`)/g

/** What the bundles ask for: id → the English written beside it. Ids made at run time are not here. */
function askedInCode(): Texts {
  const all: Texts = {}
  for (const plugin of plugins) {
    for (const { text: source } of code.filter(({ file }) => file.startsWith(`${plugin}/`))) {
      for (const [, call, , name = '', ...texts] of source.matchAll(asked)) {
        const id = name.replace(/\$\{(PLUGIN_ID|pluginId)\}/g, plugin)
        const text = texts.find((text) => text !== undefined) ?? ''
        if (!id.includes('${')) all[call ? prefixOf(plugin) + id : id] = text
      }
    }
  }
  for (const draft of ['FIXME', 'Zone pour plugins']) delete all[draft]
  return all
}

const english = await shipped('en')
const ours = await shipped('zh-Hans')
const inCode = askedInCode()
const shown: Texts = { ...ours, ...chinese }
const reachable = new Set(
  [...new Set([...Object.keys(english), ...Object.keys(inCode), ...Object.keys(chinese)])].filter(
    isReachable,
  ),
)

/** Texts that are the same in both languages: names, formats and values without words. */
const neutral = new Set([
  'Settings.application.ee.admin-seats.count',
  'Settings.permissions.auditLogs.user.fullname',
  'Settings.review-workflows.stage.color.name',
  'components.Blocks.popover.link.rel.placeholder',
  'components.Blocks.popover.link.target.placeholder',
  'components.Input.error.custom-error',
  'content-manager.containers.edit.information.document.value',
  'content-manager.containers.edit.information.last-draft.value',
  'content-manager.containers.edit.information.last-published.value',
  'content-manager.history.version.subtitle',
  'content-releases.content-manager-edit-view.scheduled.date',
  'global.fullname',
  'global.plugins.graphql',
  'global.plugins.sentry',
])

const isChinese = (id: string, text: string) =>
  /\p{Script=Han}/u.test(text) || neutral.has(id) || !/\p{L}/u.test(english[id] ?? inCode[id] ?? '')

/** The parser that the admin itself uses, found along its own dependencies. */
const intl = ['@strapi/strapi', '@strapi/admin/strapi-admin', 'react-intl'].reduce(
  (from, name) => createRequire(from).resolve(name),
  join(root, 'cms/package.json'),
)
const { parse } = createRequire(intl)('@formatjs/icu-messageformat-parser') as Parser

const Kind = { literal: 0, select: 5, plural: 6, pound: 7, tag: 8 }

/** The names that a message uses, and among them those that it shows or chooses between. */
function namesOf(text: string, requiresOtherClause: boolean) {
  const used = new Set<string>()
  const needed = new Set<string>()
  const visit = (parts: Part[], counted: string) => {
    for (const { type, value, children, options } of parts) {
      if (type === Kind.literal) continue
      const name = type === Kind.pound ? counted : type === Kind.tag ? `<${value}>` : value
      used.add(name)
      if (type !== Kind.plural) needed.add(name)
      if (children) visit(children, counted)
      for (const branch of Object.values(options ?? {})) {
        visit(branch.value, type === Kind.plural ? name : counted)
      }
    }
  }
  visit(parse(text, { requiresOtherClause }), '')
  return { used, needed }
}

/** Strapi's own English does not always parse; then the admin shows it as it stands. */
function namesOfEnglish(text: string) {
  try {
    return namesOf(text, false)
  } catch (error) {
    if (error instanceof SyntaxError) return { used: new Set<string>(), needed: new Set<string>() }
    throw error
  }
}

/** Values that are links to Strapi's manuals, which nobody is shown: a sentence is better without. */
const foreignLinks: Record<string, string> = {
  'Settings.profile.form.section.experience.interfaceLanguageHelp': 'here',
  'app.error.message': 'link',
}

function disagreement(id: string, source: string): string[] {
  const from = namesOfEnglish(source)
  const to = namesOf(shown[id] ?? '', true)
  const kept = [...from.needed].filter((name) => foreignLinks[id] !== name)
  const lost = kept.filter((name) => !to.used.has(name))
  const invented = [...to.used].filter((name) => !from.used.has(name))
  return lost.length + invented.length ? [`${id}: ${shown[id]} (${[...lost, ...invented]})`] : []
}

it('shows every English text that Strapi ships in Chinese', (t) => {
  const all = Object.keys(english)
  const ids = all.filter((id) => reachable.has(id))
  assert.ok(ids.length > 1200, `only ${ids.length} English texts found: has Strapi moved them?`)
  const before = ids.filter((id) => !(id in ours))
  const missing = ids.filter((id) => !(id in shown))
  t.diagnostic(
    `${all.length} texts, ${ids.length} within reach, ${before.length} not in zh-Hans, ${missing.length} in neither`,
  )
  assert.deepEqual(missing, [])
  assert.deepEqual(
    ids.filter((id) => !isChinese(id, shown[id] ?? '')),
    [],
  )
})

it('shows every English text that stands only in the code in Chinese', (t) => {
  const ids = Object.keys(inCode).filter((id) => !(id in english) && reachable.has(id))
  assert.ok(ids.length > 100, `only ${ids.length} texts found in the code: has its form changed?`)
  const missing = ids.filter((id) => !(id in shown))
  t.diagnostic(`${ids.length} texts in code only, ${missing.length} without Chinese`)
  assert.deepEqual(missing, [])
  assert.deepEqual(
    ids.filter((id) => !isChinese(id, shown[id] ?? '')),
    [],
  )
})

it('keeps the values, choices and tags of the English', () => {
  const sources = Object.entries({ ...inCode, ...english })
  assert.deepEqual(
    sources.flatMap(([id, source]) =>
      shown[id] && reachable.has(id) ? disagreement(id, source) : [],
    ),
    [],
  )
})

it('uses one word for one thing, and Chinese punctuation', () => {
  const words = /取消发布|单一类型|单个类型|集合类型|素材|资产|登出|审核日志|此值|\.\.\.|[你]/
  const marks = /\p{Script=Han}\s?[,:;!?()]|[,:;!?()]\s?\p{Script=Han}/u
  const odd = Object.entries(shown).filter(
    ([id, text]) =>
      reachable.has(id) &&
      (id in english || id in inCode) &&
      (words.test(text) || marks.test(text.replace(/\{\s*\w+,[^{}]*/g, ''))),
  )
  assert.deepEqual(odd, [])
})

it('translates nothing that the admin never asks for', () => {
  const made = /^([\w-]+\.)?apiError\.|^global\.plugins\./
  const askedOtherwise = new Set([
    'app.components.LeftMenuLinkContainer.settings',
    'collectionTypes',
    'list-assets-select',
    'list.folder.select',
    'notification.ee.warning.seat-limit.link',
    'plugins',
    'settings',
  ])
  const asks = (id: string) => id in english || id in inCode || made.test(id)
  const idle = Object.keys(chinese).filter((id) => !asks(id) && !askedOtherwise.has(id))
  assert.deepEqual(idle, [])
  assert.deepEqual(
    Object.keys(chinese).filter((id) => !reachable.has(id)),
    [],
  )
})
