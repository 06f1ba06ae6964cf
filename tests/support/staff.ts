import type { Installation } from './installation.ts'

/** A signed-in member of staff, speaking to the CMS as its admin pages do. */
export type Staff = {
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: never }>
}

/** Signs in with the first-login account of a role. */
export async function signIn({ cms, logins }: Installation, role: string): Promise<Staff> {
  const login = logins.find((entry) => entry.role === role)
  if (!login) throw new Error(`no account for the role ${role}`)
  const { email, password } = login
  const response = await fetch(`${cms}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const { data } = (await response.json()) as { data: { token: string } }
  return {
    async call(method, path, body) {
      const answer = await fetch(`${cms}${path}`, {
        method,
        headers: { authorization: `Bearer ${data.token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      return { status: answer.status, body: (text ? JSON.parse(text) : null) as never }
    },
  }
}

/** The address of a type in the content manager. */
export function collection(name: string): string {
  return `/content-manager/collection-types/api::${name}.${name}`
}
