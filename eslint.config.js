import astro from 'eslint-plugin-astro'
import tseslint from 'typescript-eslint'

const frameworks = ['astro', 'astro:*', 'react', 'react-dom', '@strapi/*', '@astrojs/*']
const servers = ['fastify', '@fastify/*', 'pino', '**/server/**']
const databases = ['kysely', 'better-sqlite3', 'pg']
/** What of the desk the site never imports, and the other way round. */
const ofDesk = ['@portal/cms/*', '**/cms/src/**']
const ofSite = ['@portal/site/*', '**/site/src/**']
const inFolders = (names) => names.map((name) => ({ regex: `^\\.\\./(.*/)?${name}/` }))
const boundary = (files, patterns, message) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: patterns.map((pattern) =>
          typeof pattern === 'string' ? { group: [pattern], message } : { ...pattern, message },
        ),
      },
    ],
  },
})

/** For each folder of the desk those that it does not import. */
const highest = ['accounts', 'home', 'monitoring', 'handbook', 'admin']
const lowest = ['casework', 'privacy', 'publishing', 'reports', ...highest]
const cmsAbove = {
  config: ['admin'],
  src: ['admin'],
  'src/contracts': ['strapi', 'writing', 'media', ...lowest],
  'src/strapi': ['writing', 'media', ...lowest],
  'src/writing': ['media', ...lowest],
  'src/media': lowest,
  'src/casework': ['privacy', 'publishing', ...highest],
  'src/privacy': ['publishing', ...highest],
  'src/publishing': highest,
  'src/publishing/editions': ['workflow', ...highest],
  'src/handbook': ['home', 'monitoring', 'admin'],
  'src/monitoring': ['handbook', 'admin'],
  'src/admin': ['casework', 'publishing/editions', 'publishing/workflow', 'strapi/guards'],
}

/** An attribute written twice: the last counts, and what the first asks for is asked for nothing. */
const noDuplicateAttributes = {
  meta: { type: 'problem', messages: { twice: 'The attribute {{ name }} stands here twice.' } },
  create: (context) => ({
    JSXOpeningElement({ attributes }) {
      const names = new Set()
      for (const attribute of attributes) {
        if (attribute.type !== 'JSXAttribute') continue
        const name = context.sourceCode.getText(attribute.name)
        if (names.has(name)) context.report({ node: attribute, messageId: 'twice', data: { name } })
        names.add(name)
      }
    },
  }),
}

export default tseslint.config(
  {
    ignores: [
      '**/.cache/',
      '**/node_modules/',
      'cms/dist/',
      'site/dist/',
      'cms/build/',
      '**/.astro/',
      '**/.strapi/',
      '.data/',
      'cms/types/generated/',
      'tests/results/',
    ],
  },
  ...tseslint.configs.recommended,
  ...astro.configs['flat/recommended'],
  {
    plugins: { portal: { rules: { 'no-duplicate-attributes': noDuplicateAttributes } } },
    rules: {
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'portal/no-duplicate-attributes': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  // Of several boundaries that fit a file only the last counts: each says all that it forbids.
  boundary(['site/**'], ofDesk, 'site and cms never import each other'),
  ...Object.entries(cmsAbove).map(([folder, above]) =>
    boundary(
      [`cms/${folder}/**`],
      [...ofSite, ...inFolders(above)],
      'site and cms never import each other, and folders of the desk import in one direction',
    ),
  ),
  boundary(
    ['content/**'],
    ['**/site/**', '**/cms/**', ...frameworks, ...servers, ...databases],
    'content depends on nothing',
  ),
  boundary(
    ['site/src/petition-form/**', 'site/src/report/**'],
    [...ofDesk, ...servers, ...databases],
    'pages and forms show what the server gives them, and import nothing of it',
  ),
  boundary(
    ['site/src/petition/**'],
    [...ofDesk, ...frameworks, ...servers, ...databases, ...inFolders(['petition-form', 'report'])],
    'domain code imports no framework, no server, no database and no page',
  ),
  boundary(
    ['site/src/petition/mailbox/**'],
    [...ofDesk, ...frameworks, ...servers],
    'the mailbox knows its databases, and no framework or server',
  ),
  boundary(
    ['scripts/build/{content,checks}/**'],
    [{ regex: '^\\.\\./(release|program|pages|search)/' }],
    'what is read and looked for does not know what a release is put together of',
  ),
  boundary(
    ['scripts/build/release/**'],
    [{ regex: '^\\.\\./(program|pages|search)/' }],
    'a release and its manifest do not know what fills them',
  ),
  boundary(
    ['cms/src/casework/rules/**'],
    [
      ...ofSite,
      ...frameworks,
      ...servers,
      ...databases,
      ...inFolders([...cmsAbove['src/casework'], 'record', 'strapi', 'reports']),
    ],
    'rules of a case import no framework and nothing that stores or shows it',
  ),
)
