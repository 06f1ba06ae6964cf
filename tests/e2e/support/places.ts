import type { Installation } from '../../support/machine/installation.ts'

type Login = Installation['logins'][number]

/** Addresses and accounts of the installation under test. */
export const portal = process.env.PORTAL ?? ''
export const cms = process.env.CMS ?? ''

/** The folder of the sessions that are open, which outlive the worker that a failed test takes with it. */
export const sessions = process.env.SESSIONS ?? ''

/** The first-login account of a role. */
export function login(role: string): Login {
  const logins = JSON.parse(process.env.LOGINS ?? '[]') as Login[]
  const found = logins.find((entry) => entry.role === role)
  if (!found) throw new Error(`no account for the role ${role}`)
  return found
}
