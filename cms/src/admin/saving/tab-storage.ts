const prefix = 'desk-kept:'
const separator = '|'

const keyOf = (user: string, what: string) => `${prefix}${user}${separator}${what}`

function keys(): string[] {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(prefix))
}

/**
 * Keeps what somebody is writing in this tab: over a reload, a lost network and an ended session, and no
 * longer than the tab. Never in localStorage, for texts of cases are personal.
 * @param what names what is written, an entry or a step of a case
 * @returns whether there was room
 */
export function keep(user: string, what: string, written: object): boolean {
  try {
    sessionStorage.setItem(keyOf(user, what), JSON.stringify(written))
    return true
  } catch {
    return false
  }
}

/** What was kept; undefined where there is nothing. */
export function recall<T>(user: string, what: string): T | undefined {
  const text = sessionStorage.getItem(keyOf(user, what))
  return text === null ? undefined : (JSON.parse(text) as T)
}

/** Forgets what was sent or given up, whoever wrote it in this tab. */
export function forget(what: string): void {
  for (const key of keys()) if (key.endsWith(`${separator}${what}`)) sessionStorage.removeItem(key)
}

/** Forgets everything: whoever signs out leaves nothing in the browser. */
export function forgetAll(): void {
  for (const key of keys()) sessionStorage.removeItem(key)
}

/** Forgets what others wrote in this tab before this person signed in. */
export function forgetOthers(user: string): void {
  for (const key of keys()) if (!key.startsWith(keyOf(user, ''))) sessionStorage.removeItem(key)
}
