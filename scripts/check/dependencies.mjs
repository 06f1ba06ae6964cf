/** What may import what, beyond the directions that the linter knows: nothing imports itself in a circle. */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Files that import each other are one file, or one of them belongs further in.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist|\\.astro|\\.data|types/generated)/' },
    // Imports of types count: a stranger reads them too.
    tsPreCompilationDeps: true,
  },
}
