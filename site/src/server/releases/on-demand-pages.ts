/** The pages that are rendered when they are asked for. Nothing else reaches the renderer. */
export const onDemandPages: ReadonlySet<string> = new Set([
  '/feedback/',
  '/petition/',
  '/petition/resume/',
  '/petition/track/',
  '/search/',
])
