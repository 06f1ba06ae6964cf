/** Addresses and accounts of the installation under test. */
export const portal = process.env.PORTAL ?? ''
export const cms = process.env.CMS ?? ''

/** The first-login account of a role. */
export function login(role: string): { email: string; password: string } {
  const logins = JSON.parse(process.env.LOGINS ?? '[]') as {
    role: string
    email: string
    password: string
  }[]
  const found = logins.find((entry) => entry.role === role)
  if (!found) throw new Error(`no account for the role ${role}`)
  return found
}
