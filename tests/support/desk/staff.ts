import type { Installation } from '../machine/installation.ts'

/** A signed-in member of staff, speaking to the CMS as its admin pages do. */
export type Staff = {
  /** Asks as `call` does, for an answer that need not be JSON. */
  fetch(path: string): Promise<Response>
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: never }>
  /** Asks for something that is told in events as it goes on, and gives all that was told. */
  stream(path: string, body: unknown): Promise<string>
  /** Hands in a file, as a button of the admin pages does; Strapi's own upload calls it `files`. */
  send(
    path: string,
    name: string,
    bytes: Uint8Array,
    field?: string,
  ): Promise<{ status: number; body: never }>
}

type Asked = { path: string; body: unknown; headers: Record<string, string> }

/**
 * What the admin pages send along: which version was on the page, which they read before. Whoever names a
 * version in a test, or that there is none, is left alone.
 */
async function withSeen(
  read: (path: string) => Promise<unknown>,
  method: string,
  { path, body, headers }: Asked,
): Promise<Asked> {
  if (method === 'PUT' && /^\/content-manager\/(?:collection|single)-types\//.test(path)) {
    if ('if-match' in headers) return { path, body, headers }
    const { data } = ((await read(path)) ?? {}) as { data?: { updatedAt?: string } }
    if (!data?.updatedAt) return { path, body, headers }
    return { path, body, headers: { ...headers, 'if-match': `"${data.updatedAt}"` } }
  }
  const [, kind, entry] =
    /^\/desk\/(editions|cases)\/(.+)\/(?:steps|actions|accused-units)$/.exec(path) ?? []
  if (!entry || method === 'GET' || 'seen' in (body as object)) return { path, body, headers }
  const page =
    kind === 'cases' ? `/desk/cases/${entry}/page` : `/content-manager/collection-types/${entry}`
  const { data, desk } = ((await read(page)) ?? {}) as {
    data?: { updatedAt?: string }
    desk?: { seen: object }
  }
  return { path, body: { ...(body as object), seen: desk?.seen ?? data?.updatedAt }, headers }
}

/** Signs in with the first-login account of a role. @returns the token of the session, good for half an hour */
export async function openSession(
  { cms, logins }: Pick<Installation, 'cms' | 'logins'>,
  role: string,
): Promise<string> {
  const login = logins.find((entry) => entry.role === role)
  if (!login) throw new Error(`no account for the role ${role}`)
  const { email, password } = login
  const response = await fetch(`${cms}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (!response.ok) throw new Error(`${role} was not let in: ${response.status}`)
  const { data } = (await response.json()) as { data: { token: string } }
  return data.token
}

/** Speaks to the CMS in a session that is open. */
export function inSession(cms: string, token: string): Staff {
  const authorization = `Bearer ${token}`
  // Answers are `never` until a test says by its own type what it expects; none can be used by mistake.
  const read = async (answer: Response) => {
    const text = await answer.text()
    return { status: answer.status, body: (text ? JSON.parse(text) : null) as never }
  }
  const open = async (page: string): Promise<unknown> => {
    const answer = await fetch(`${cms}${page}`, { headers: { authorization } })
    return answer.ok ? answer.json() : undefined
  }
  return {
    fetch: (path) => fetch(`${cms}${path}`, { headers: { authorization } }),
    async call(method, path, body, headers = {}) {
      const asked = await withSeen(open, method, { path, body, headers })
      const answer = await fetch(`${cms}${path}`, {
        method,
        headers: { authorization, 'content-type': 'application/json', ...asked.headers },
        ...(body === undefined ? {} : { body: JSON.stringify(asked.body) }),
      })
      return read(answer)
    },
    async stream(path, body) {
      const answer = await fetch(`${cms}${path}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return answer.text()
    },
    async send(path, name, bytes, field = 'file') {
      const body = new FormData()
      body.append(field, new Blob([bytes as Uint8Array<ArrayBuffer>]), name)
      return read(
        await fetch(`${cms}${path}`, { method: 'POST', headers: { authorization }, body }),
      )
    },
  }
}

type Accounts = Pick<Installation, 'cms' | 'logins'>
type Session = { token: Promise<string>; openedAt: number }

const sessions = new WeakMap<Installation['logins'], Map<string, Session>>()
/** Half of how long a session is good for. */
const renewAfterMs = 15 * 60_000

/**
 * Lets all who sign in with these accounts be in one session for each role: the CMS takes five attempts in
 * five minutes for an account.
 */
export function shareSessions(logins: Installation['logins']): void {
  sessions.set(logins, new Map())
}

async function sessionOf(installation: Accounts, role: string): Promise<string> {
  const shared = sessions.get(installation.logins)
  if (!shared) return openSession(installation, role)
  const known = shared.get(role)
  if (known && Date.now() - known.openedAt < renewAfterMs) return known.token
  const token = openSession(installation, role)
  shared.set(role, { token, openedAt: Date.now() })
  return token
}

/** Signs in with the first-login account of a role, and speaks to the CMS. */
export async function signIn(installation: Accounts, role: string): Promise<Staff> {
  return inSession(installation.cms, await sessionOf(installation, role))
}

/** The address of a type in the content manager. */
export function collection(name: string): string {
  return `/content-manager/collection-types/api::${name}.${name}`
}
