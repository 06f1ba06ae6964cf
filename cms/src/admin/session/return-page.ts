const key = 'desk-place'
const personKey = 'desk-person'
/** Read by Strapi's sign-in page (pages/hard-pages.ts): who signs in now is led home. */
const strangerKey = 'desk-stranger'
const base = '/admin'
const signIn = '/auth/login'

/** Where the admin's router is, without the folder that it lives in. */
function here(): string {
  const { pathname, search } = window.location
  return `${pathname.startsWith(base) ? pathname.slice(base.length) : pathname}${search}`
}

/** Remembers the page on which a session ended, for this tab. */
export function rememberPlace(): void {
  if (!here().startsWith('/auth/')) sessionStorage.setItem(key, here())
}

/** Forgets it: whoever signs out, or has come back, begins anew. */
function forgetPlace(): void {
  sessionStorage.removeItem(key)
}

/**
 * On the sign-in page: has it lead back to where the session ended. Strapi leads back whoever comes from an
 * address, and leads home whose session ended on a page; where to is in the address of its sign-in
 * page. Of a change of the address the router is told as by the Back button.
 */
export function returnAfterSignIn(): void {
  const place = sessionStorage.getItem(key)
  if (place === null || here() !== signIn) return
  const address = `${base}${signIn}?redirectTo=${encodeURIComponent(place)}`
  window.history.replaceState(window.history.state, '', address)
  window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state }))
}

/** Notes by number who is signed in in this tab, for when the session ends. */
export function notePerson(person: string): void {
  sessionStorage.setItem(personKey, person)
}

/**
 * Notes who has just signed in: only whoever was here before is led back to the place of before, for
 * another it may be an entry that is none of theirs. Whoever comes from an address, with nobody here before, is led there.
 */
export function welcome(person: string): void {
  const before = sessionStorage.getItem(personKey)
  if (before === null || before === person) sessionStorage.removeItem(strangerKey)
  else sessionStorage.setItem(strangerKey, '1')
  notePerson(person)
  forgetPlace()
}

/** Forgets who was here: whoever signs out. */
export function forgetPerson(): void {
  sessionStorage.removeItem(personKey)
  forgetPlace()
}
