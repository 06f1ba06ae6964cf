import { isIP } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import {
  deliveryVariables,
  readDelivery,
  secretSettings,
  type Delivery,
} from '../mailbox/delivery.ts'
import { distance } from '../../characters/edit-distance.ts'
import { dataLayout } from './data-layout.ts'
import {
  basePath,
  database,
  days,
  folder,
  listenAddress,
  megabytes,
  origin,
  ownAddress,
  port,
  proxies,
  root,
} from './setting-forms.ts'

/** The contract with operators: every setting, its form and its default. */
const variables = z.object({
  DATA_DIR: folder.default(join(root, '.data')),
  CONTENT_DIR: folder.default(join(root, 'content')),
  PORTAL_HOST: ownAddress.optional(),
  PORTAL_PORT: port.default(4321),
  CMS_PORT: port.default(1337),
  SITE_URL: origin.optional(),
  BASE_PATH: basePath.default(''),
  TRUSTED_PROXIES: proxies.default(0),
  MAILBOX_URL: database.optional(),
  MAILBOX_ENDPOINT: z.url({ protocol: /^https?$/, error: '须是网址' }).optional(),
  MAILBOX_KEEP_DAYS: days.default(7),
  FOLLOW_UP_DAYS: days.default(15),
  ATTACHMENTS_ROOM_MB: megabytes.default(2048),
  CMS_DATABASE_URL: database.optional(),
  CMS_SITE_URL: origin.optional(),
  PORTAL_METRICS: listenAddress.optional(),
  CMS_METRICS: listenAddress.optional(),
  ...deliveryVariables,
})

/**
 * Settings that a misspelt name is compared with. Those of delivery are short and resemble other
 * programs' (RDS_URL); there a missing partner gives a slip away.
 */
const guessable = Object.keys(variables.shape).filter((name) => !(name in deliveryVariables))

/** Settings as the programs use them: absolute folders, addresses without a trailing slash. */
export type Environment = {
  root: string
  dataDir: string
  contentDir: string
  /** The address of this machine that the portal listens on; `null`: all of them. */
  portalHost: string | null
  portalPort: number
  /** Origin of the portal for whoever is on the same machine. */
  portalOrigin: string
  cmsPort: number
  /** Origin of the portal as citizens see it. */
  siteUrl: string
  /** '' or '/path', no trailing slash. */
  basePath: string
  /** Proxies before the portal whose word on a citizen's address counts: how many, or which. */
  trustedProxies: number | readonly string[]
  mailboxUrl: string
  /** How long a message stays on the portal after the CMS has it, for the case that the CMS loses it. */
  mailboxKeepDays: number
  /** Natural days within which somebody speaks with a petitioner who is dissatisfied. */
  followUpDays: number
  /** Bytes that files of forms not sent yet may take up in the mailbox. */
  attachmentsRoom: number
  /** Where the CMS finds the mailbox's internal interface. */
  mailboxEndpoint: string
  cmsDatabaseUrl: string
  /** Origin of the CMS as staff see it through the office's proxy; null: on this machine only. */
  cmsUrl: string | null
  /** Where Prometheus asks portal and desk; null: nowhere. */
  portalMetrics: { host: string; port: number } | null
  cmsMetrics: { host: string; port: number } | null
  delivery: Delivery
}

/** Settings that cannot be used; `message` names each one. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

/**
 * Reads the settings from `values` (usually `process.env`).
 * @throws EnvironmentError naming every bad setting, and every one that looks misspelt
 */
export function readEnvironment(values: Record<string, string | undefined>): Environment {
  const known = Object.keys(variables.shape)
  const given = Object.fromEntries(
    known.flatMap((name) => (values[name] ? [[name, values[name]]] : [])),
  )
  const unknown = Object.keys(values)
    .filter((name) => !known.includes(name))
    .flatMap((name) => {
      const meant = guessable.find((setting) => distance(name, setting) <= 2)
      return meant ? [`${name}：没有这个设置，是不是想写 ${meant}？`] : []
    })
  const parsed = variables.safeParse(given)
  const bad = parsed.success
    ? []
    : parsed.error.issues.map((issue) => {
        const name = String(issue.path[0])
        const shown = secretSettings.includes(name) ? '' : `（现在是“${values[name]}”）`
        return `${name}：${issue.message}${shown}`
      })
  if (!parsed.success || unknown.length > 0) {
    throw new EnvironmentError(['设置有误：', ...bad, ...unknown].join('\n  '))
  }
  const value = parsed.data
  if (value.PORTAL_PORT === value.CMS_PORT) {
    throw new EnvironmentError('设置有误：\n  PORTAL_PORT 与 CMS_PORT 不能相同')
  }
  const host = value.PORTAL_HOST ?? usualHost(value.SITE_URL, value.PORTAL_PORT)
  const portalOrigin = `http://${reachable(host)}:${value.PORTAL_PORT}`
  const read = readDelivery(value)
  if (!read.ok) throw new EnvironmentError(['设置有误：', ...read.faults].join('\n  '))
  const layout = dataLayout(value.DATA_DIR)
  return {
    root,
    dataDir: value.DATA_DIR,
    contentDir: value.CONTENT_DIR,
    portalHost: host,
    portalPort: value.PORTAL_PORT,
    portalOrigin,
    cmsPort: value.CMS_PORT,
    siteUrl: value.SITE_URL ?? `http://localhost:${value.PORTAL_PORT}`,
    basePath: value.BASE_PATH,
    trustedProxies: value.TRUSTED_PROXIES,
    mailboxUrl: value.MAILBOX_URL ?? `sqlite:${layout.mailboxDatabase}`,
    mailboxKeepDays: value.MAILBOX_KEEP_DAYS,
    followUpDays: value.FOLLOW_UP_DAYS,
    attachmentsRoom: value.ATTACHMENTS_ROOM_MB * 1024 * 1024,
    mailboxEndpoint: value.MAILBOX_ENDPOINT ?? `${portalOrigin}${value.BASE_PATH}/mailbox`,
    cmsDatabaseUrl: value.CMS_DATABASE_URL ?? `sqlite:${layout.cmsDatabase}`,
    cmsUrl: value.CMS_SITE_URL ?? null,
    portalMetrics: value.PORTAL_METRICS ?? null,
    cmsMetrics: value.CMS_METRICS ?? null,
    delivery: read.delivery,
  }
}

/**
 * Whoever reaches the portal past the web server before it may claim any address and is not
 * encrypted, so only that web server reaches it; everybody does where citizens are to come to the
 * portal's own port.
 */
function usualHost(siteUrl: string | undefined, port: number): string | null {
  const { protocol, hostname, port: shown } = new URL(siteUrl ?? 'http://localhost')
  const direct = protocol === 'http:' && Number(shown || 80) === port
  return direct && !/^(?:localhost|127\.|\[::1\])/.test(hostname) ? null : '127.0.0.1'
}

/** The address by which a server that listens on `host` is reached from its own machine. */
function reachable(host: string | null): string {
  if (host === null || host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return isIP(host) === 6 ? `[${host}]` : host
}
