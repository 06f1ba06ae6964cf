import type { ServerResponse } from 'node:http'

/** Headers that every answer carries. Pages bring their own content policy in addition. */
export function setSecurityHeaders(response: ServerResponse, siteUrl: string): void {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  // Not `no-referrer`: under it browsers send `Origin: null` with the portal's own forms.
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('Content-Security-Policy', framePolicy)
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader(
    'Permissions-Policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  )
  if (siteUrl.startsWith('https:')) {
    response.setHeader('Strict-Transport-Security', 'max-age=31536000')
  }
}

/** What only a header can say; a page's `<meta>` policy cannot forbid framing. */
export const framePolicy = "frame-ancestors 'none'"
