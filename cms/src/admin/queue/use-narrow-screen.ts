import { useSyncExternalStore } from 'react'

/** Narrower than this a table would cut what it shows. */
const narrow = '(max-width: 919px)'

function watch(onChange: () => void): () => void {
  const media = matchMedia(narrow)
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}

/** Whether the window is a telephone's, or as narrow. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => matchMedia(narrow).matches)
}
