/**
 * What the site is compiled with instead of the office's own address, so that it is compiled once
 * and not for every address: each release, and each preview, puts its own in their place.
 */
export const standIns = {
  siteUrl: 'https://site-url.invalid',
  basePath: '/base-path-stand-in',
}
