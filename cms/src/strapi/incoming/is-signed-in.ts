import type { Core } from '@strapi/strapi'

/** Whether a request names a session of the admin pages that is open, as Strapi looks for it later. */
export async function isSignedIn(strapi: Core.Strapi, authorization: string): Promise<boolean> {
  const token = /^bearer\s+(\S+)$/i.exec(authorization)?.[1]
  const sessions = strapi.sessionManager?.('admin')
  if (token === undefined || !sessions) return false
  const session = sessions.validateAccessToken(token)
  return session.isValid && (await sessions.isSessionActive(session.payload.sessionId))
}
