/** What only a header can say; a page's `<meta>` policy cannot forbid framing. */
export const framePolicy = "frame-ancestors 'none'"

/** Headers that every answer carries. Pages bring their own content policy in addition. */
export function securityHeaders(siteUrl: string): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    // Not `no-referrer`: under it browsers send `Origin: null` with the portal's own forms.
    'referrer-policy': 'same-origin',
    'content-security-policy': framePolicy,
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(siteUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  }
}
