import { standIns } from '../../stand-ins.ts'

/** The whole address of a page or file of this site; the stand-ins in it are replaced in each release. */
export function absolute(path: `/${string}`): string {
  return new URL(standIns.basePath + path, standIns.siteUrl).href
}
