import type { Staff } from './staff.ts'
import type { Installation } from '../machine/installation.ts'
import { until } from '../machine/until.ts'

/** What the desk tells of an entry's way to citizens. */
type Live = {
  going: {
    state: 'waiting' | 'building' | 'live' | 'failed'
    faults: { text: string; uid: string | null; documentId: string | null }[]
  } | null
  address: string | null
}

/** How far an entry is on its way. */
export async function liveOf(staff: Staff, type: string, documentId: string): Promise<Live> {
  const path = `/desk/releases/entries/api::${type}.${type}/${documentId}`
  return (await staff.call('GET', path)).body as Live
}

/** Waits until an entry has reached a state. */
export function reaches(staff: Staff, type: string, documentId: string, state: string) {
  return until(`${documentId} to be ${state}`, 120, async () => {
    const live = await liveOf(staff, type, documentId)
    return live.going?.state === state ? live : undefined
  })
}

/** The words of a page of the portal; undefined where there is none. */
export async function words(
  { portal }: Pick<Installation, 'portal'>,
  path: string,
): Promise<string | undefined> {
  const response = await fetch(`${portal}${path}`)
  if (!response.ok) return undefined
  // Titles hold places where a line may break; a reader sees words.
  return (await response.text()).replaceAll(/<[^>]+>/g, '')
}

/** Waits until a page of the portal says something; the portal looks for a new release four times a second. */
export function shows(installation: Pick<Installation, 'portal'>, path: string, text: string) {
  return until(`${text} on ${path}`, 60, async () => {
    const page = await words(installation, path)
    return page?.includes(text) ? page : undefined
  })
}
