import astro from 'eslint-plugin-astro'
import tseslint from 'typescript-eslint'

const frameworks = ['astro', 'astro:*', 'react', 'react-dom', '@strapi/*', '@astrojs/*']
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

/** For each folder of the desk those that it does not import; the last entry that fits a file counts. */
const lowest = ['casework', 'privacy', 'publishing', 'accounts', 'reports', 'home', 'admin']
const cmsAbove = {
  config: ['admin'],
  src: ['admin'],
  'src/contracts': ['strapi', 'writing', 'media', ...lowest],
  'src/strapi': ['writing', 'media', ...lowest],
  'src/writing': ['media', ...lowest],
  'src/media': lowest,
  'src/casework': ['privacy', 'publishing', 'accounts', 'home', 'admin'],
  'src/privacy': ['publishing', 'accounts', 'home', 'admin'],
  'src/publishing': ['accounts', 'home', 'admin'],
  'src/admin': ['casework', 'publishing/editions', 'strapi/guards'],
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
  boundary(['site/**'], ['@portal/cms/*', '**/cms/src/**'], 'site and cms never import each other'),
  ...Object.entries(cmsAbove).map(([folder, above]) =>
    boundary(
      [`cms/${folder}/**`],
      [
        '@portal/site/*',
        '**/site/src/**',
        ...above.map((name) => ({ regex: `^\\.\\./(.*/)?${name}/` })),
      ],
      'site and cms never import each other, and folders of the desk import in one direction',
    ),
  ),
  boundary(
    ['content/**'],
    ['**/site/**', '**/cms/**', ...frameworks],
    'content depends on nothing',
  ),
  boundary(
    ['site/src/petition-form/**', 'site/src/report/**'],
    ['**/server/**', '@portal/cms/*'],
    'pages and forms show what the server gives them, and import nothing of it',
  ),
  boundary(
    ['site/src/petition/**', 'cms/src/casework/rules/**'],
    [
      ...frameworks,
      '**/server/**',
      '**/record/**',
      '**/strapi/**',
      '**/publishing/**',
      '**/admin/**',
    ],
    'domain code imports no framework',
  ),
)
