import astro from 'eslint-plugin-astro'
import tseslint from 'typescript-eslint'

const frameworks = ['astro', 'astro:*', 'react', 'react-dom', '@strapi/*', '@astrojs/*']
const boundary = (files, patterns, message) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: patterns.map((group) => ({ group: [group], message })) },
    ],
  },
})

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
  boundary(
    ['cms/**'],
    ['@portal/site/*', '**/site/src/**'],
    'site and cms never import each other',
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
    ['site/src/petition/**', 'cms/src/cases/**'],
    [...frameworks, '**/server/**', '**/desk/**'],
    'domain code imports no framework',
  ),
)
