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
    rules: {
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
    ['site/src/petition/**', 'cms/src/casework/rules/**'],
    [...frameworks, '**/server/**', '**/record/**', '**/strapi/**'],
    'domain code imports no framework',
  ),
)
