/**
 * Where the admin keeps the token of somebody who did not ask to be remembered, in place of Strapi's
 * cookie: cookies are shared with every other port of the host, so a page there could read it. The
 * token lies in the storage of this origin; a cookie with nothing in it ends with the browser, as the
 * session does, and the token counts only while it is there.
 */
export const AUTH_COOKIE_NAME = 'jwtToken'
export const AUTH_COOKIE_PATH = '/admin'
export const AUTH_COOKIE_DOMAIN: string | undefined = undefined

const key = 'desk-token'
const marker = 'desk-open'
const expired = 'Expires=Thu, 01 Jan 1970 00:00:01 GMT'

function isOpen(): boolean {
  return document.cookie.split('; ').includes(`${marker}=1`)
}

function secure(): string {
  return window.location.protocol === 'https:' ? '; Secure' : ''
}

/** The token, while the browser that got it is open. */
export function getCookieValue(_name: string): string | null {
  if (!isOpen()) window.localStorage.removeItem(key)
  return window.localStorage.getItem(key)
}

/** Keeps a token until the browser is closed; one that Strapi's cookie holds from before goes. */
export function setCookie(name: string, value: string): void {
  document.cookie = `${name}=; Path=${AUTH_COOKIE_PATH}; SameSite=Strict; ${expired}`
  document.cookie = `${marker}=1; Path=${AUTH_COOKIE_PATH}; SameSite=Strict${secure()}`
  window.localStorage.setItem(key, value)
}

/** Forgets the token. */
export function deleteCookie(name: string): void {
  for (const one of [name, marker]) {
    document.cookie = `${one}=; Path=${AUTH_COOKIE_PATH}; SameSite=Strict; ${expired}`
  }
  window.localStorage.removeItem(key)
}
