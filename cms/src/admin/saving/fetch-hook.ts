import { entryOf } from './entry-address'
import {
  forgetPerson,
  notePerson,
  rememberPlace,
  returnAfterSignIn,
  welcome,
} from '../session/return-page'
import { forget, forgetAll, forgetOthers } from './tab-storage'
import { readLinks } from './stored-links'
import { noteSaved } from './saved-versions'
import { noteSent, noteStored } from './sent-values'

type Answer = {
  data?: { id?: number; updatedAt?: string; user?: { id?: number }; [field: string]: unknown }
}

const offline = '没有连上：请检查网络后再试。您写的还在这一页。'

/** When the version of an entry that is on the page was saved. */
const seen = new Map<string, string>()
/** What was last read of an entry whose saving has just found no server. */
const lastRead = new Map<string, string>()
const cutOff = new Set<string>()
let sessionEnded = false

const answerOf = async (response: Response) =>
  (await response
    .clone()
    .json()
    .catch(() => ({}))) as Answer

async function noteSession(address: string, response: Response): Promise<void> {
  if (address.endsWith('/admin/access-token')) {
    sessionEnded = !response.ok
    if (sessionEnded) rememberPlace()
  }
  if (address.endsWith('/admin/login') && response.ok) {
    sessionEnded = false
    const { data } = await answerOf(response)
    if (data?.user?.id === undefined) return
    welcome(String(data.user.id))
    forgetOthers(String(data.user.id))
  }
  if (address.endsWith('/admin/users/me') && response.ok) {
    const { data } = await answerOf(response)
    if (data?.id !== undefined) notePerson(String(data.id))
  }
}

async function read(
  entry: string,
  address: string,
  send: () => Promise<Response>,
  ask: (address: string) => Promise<Response>,
) {
  const known = () =>
    cutOff.has(entry) && lastRead.has(address)
      ? new Response(lastRead.get(address), { headers: { 'content-type': 'application/json' } })
      : undefined
  try {
    const response = await send()
    // The page of an entry gives way to an error when its entry cannot be read, with all that was typed.
    if (response.status >= 500) return known() ?? response
    if (response.ok && !address.includes('status=published')) {
      cutOff.delete(entry)
      const { data } = await answerOf(response)
      if (data) await readLinks(entry, address, data, ask)
      if (data?.updatedAt) seen.set(entry, data.updatedAt)
      lastRead.set(address, await response.clone().text())
    }
    return response
  } catch (error) {
    const last = known()
    if (last) return last
    throw error
  }
}

async function save(entry: string, body: string, send: () => Promise<Response>) {
  noteSent(entry, body)
  try {
    const response = await send()
    if (response.status >= 500) cutOff.add(entry)
    if (!response.ok) return response
    forget(entry)
    const { data } = await answerOf(response)
    const { documentId } = data ?? {}
    noteStored(entry, documentId ? entry.replace(/ .*$/, ` ${String(documentId)}`) : undefined)
    if (data?.updatedAt) {
      seen.set(entry, data.updatedAt)
      noteSaved(entry, data.updatedAt)
    }
    return response
  } catch (error) {
    cutOff.add(entry)
    throw (error as Error).name === 'TypeError' ? new TypeError(offline) : error
  }
}

/**
 * Puts itself between the admin pages and the server, since Strapi's client can be given no
 * interceptor: each save says which version was on the page (`If-Match`), and what became of it is
 * noted; signing out wipes what this tab keeps, an ended session does not, and leads back to its page.
 */
export function watchRequests(): void {
  returnAfterSignIn()
  const plain = window.fetch.bind(window)
  window.fetch = async (input, options = {}) => {
    const address = input instanceof Request ? input.url : String(input)
    const method = (options.method ?? 'GET').toUpperCase()
    const entry = entryOf(method, address)
    if (!entry) {
      if (method === 'POST' && address.endsWith('/admin/logout') && !sessionEnded) {
        forgetAll()
        forgetPerson()
      }
      const response = await plain(input, options)
      await noteSession(address, response)
      // By now the sign-in page is shown.
      if (address.endsWith('/admin/logout') && sessionEnded) returnAfterSignIn()
      return response
    }
    if (method === 'GET') {
      const ask = (other: string) => plain(other, options)
      return read(entry, address, () => plain(input, options), ask)
    }
    const version = seen.get(entry)
    const headers = new Headers(options.headers)
    if (version) headers.set('If-Match', `"${version}"`)
    const body = typeof options.body === 'string' ? options.body : '{}'
    return save(entry, body, () => plain(input, { ...options, headers }))
  }
}
