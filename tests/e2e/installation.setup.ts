import { install } from '../support/installation.ts'

/** Brings up one installation for all the end-to-end tests, by the same command that an office uses. */
export default async function setup(): Promise<() => Promise<void>> {
  const installation = await install()
  const { portal, cms, logins } = installation
  Object.assign(process.env, { PORTAL: portal, CMS: cms, LOGINS: JSON.stringify(logins) })
  return () => installation.stop()
}
