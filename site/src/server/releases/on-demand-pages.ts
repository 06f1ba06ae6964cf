/**
 * The pages that are rendered when they are asked for, and whether they take forms. Nothing else
 * reaches the renderer.
 */
export const onDemandPages: ReadonlyMap<string, { takesForms: boolean }> = new Map([
  ['/feedback/', { takesForms: true }],
  ['/petition/', { takesForms: true }],
  ['/petition/resume/', { takesForms: true }],
  ['/petition/track/', { takesForms: true }],
  ['/search/', { takesForms: false }],
])
