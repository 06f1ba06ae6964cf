import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { deliveryVariables, readDelivery, secretSettings, type Delivery } from './delivery.ts'
import { distance } from '../characters/edit-distance.ts'

/**
 * The folder that holds the three workspaces; relative settings are read from here. This file also
 * runs bundled into a build below that folder, so its own place says nothing: it climbs.
 */
function findRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'cms', 'package.json'))) return folder
    if (folder === dirname(folder)) return process.cwd()
  }
}
const root = findRoot()

const port = z.coerce
  .number('须是端口号')
  .int('须是端口号')
  .min(1, '须是端口号')
  .max(65535, '端口号最大 65535')
const folder = z
  .string()
  .min(1, '须是文件夹路径')
  .transform((path) => (isAbsolute(path) ? path : resolve(root, path)))
const days = z.coerce
  .number('须是天数')
  .int('须是整数天')
  .min(1, '至少 1 天')
  .max(3650, '最多 3650 天')
const megabytes = z.coerce
  .number('须是兆字节数')
  .int('须是整数')
  .min(1, '至少 1')
  .max(1_000_000, '最多 1000000')
const origin = z
  .url({ protocol: /^https?$/, error: '须是 http:// 或 https:// 开头的网址', abort: true })
  .refine((value) => new URL(value).pathname === '/', '只写到域名为止，下级路径写在 BASE_PATH')
  .transform((value) => new URL(value).origin)
const basePath = z
  .string()
  .regex(/^\/(?:[A-Za-z0-9._~-]+\/?)*$/, '须以 / 开头，例如 /xfj')
  .transform((path) => `/${path.split('/').filter(Boolean).join('/')}`.replace(/^\/$/, ''))
const database = z
  .string()
  .regex(/^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/, '须是 sqlite:路径 或 postgres:// 网址')
  .transform((url) =>
    url.replace(/^sqlite:(.+)$/, (_, path: string) => `sqlite:${resolve(root, path)}`),
  )
const ownAddress = z
  .string()
  .refine((text) => isIP(text) !== 0, '须是本机的 IP 地址，例如 127.0.0.1；0.0.0.0 是所有地址')
const proxies = z
  .string()
  .transform((text) => text.split(',').map((entry) => entry.trim()))
  .refine(
    (entries) =>
      (entries.length === 1 && /^[0-9]$/.test(entries[0] ?? '')) || entries.every(isNetwork),
    '须是门户前面代理的层数（0 到 9），或者代理的 IP 地址、网段，用逗号隔开',
  )
  .transform((entries) => (/^[0-9]$/.test(entries[0] ?? '') ? Number(entries[0]) : entries))

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
    mailboxUrl: value.MAILBOX_URL ?? `sqlite:${join(value.DATA_DIR, 'portal', 'mailbox.db')}`,
    mailboxKeepDays: value.MAILBOX_KEEP_DAYS,
    followUpDays: value.FOLLOW_UP_DAYS,
    attachmentsRoom: value.ATTACHMENTS_ROOM_MB * 1024 * 1024,
    mailboxEndpoint: value.MAILBOX_ENDPOINT ?? `${portalOrigin}${value.BASE_PATH}/mailbox`,
    cmsDatabaseUrl: value.CMS_DATABASE_URL ?? `sqlite:${join(value.DATA_DIR, 'cms', 'cms.db')}`,
    cmsUrl: value.CMS_SITE_URL ?? null,
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

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

/** The files under `DATA_DIR`. Nothing else decides where anything is kept. */
export function dataLayout(dataDir: string) {
  return {
    recipients: join(dataDir, 'keys', 'recipients.txt'),
    identity: join(dataDir, 'keys', 'identity.txt'),
    /** The same file on the inner and on every portal machine: what makes verifiers of new receipts and marks of codes. */
    pepper: join(dataDir, 'keys', 'pepper'),
    mailboxToken: join(dataDir, 'keys', 'mailbox-token'),
    importToken: join(dataDir, 'keys', 'import-token'),
    /** What the desk's database is sealed under; it never leaves the inner machine. */
    deskKey: join(dataDir, 'keys', 'desk-key'),
    /** The same, sealed to the offline recovery keys: it may lie beside what it opens. */
    sealedDeskKey: join(dataDir, 'cms', 'desk-key.age'),
    cmsSecrets: join(dataDir, 'keys', 'cms-secrets.json'),
    cmsPublic: join(dataDir, 'cms', 'public'),
    /** Pictures of Word documents whose text has not been saved yet. */
    cmsStaged: join(dataDir, 'cms', 'staged'),
    /** Files that came with petitions, still sealed: `<number>/<id>.age`. */
    attachments: join(dataDir, 'cms', 'attachments'),
    /** The head over the records of all cases, a line a day: what is cut off afterwards is missed. */
    caseHeads: join(dataDir, 'cms', 'case-heads.jsonl'),
    /** Drafts in the real page design, for a quarter of an hour. */
    previews: join(dataDir, 'cms', 'previews'),
    snapshot: join(dataDir, 'snapshot'),
    releases: join(dataDir, 'releases'),
    currentRelease: join(dataDir, 'releases', 'current'),
    buildCache: join(dataDir, 'cache'),
    firstLogin: join(dataDir, 'first-login.json'),
  }
}
