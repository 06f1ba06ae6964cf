import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'

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
export const root = findRoot()

/** What the values of settings look like, each with the words for one that does not. */
export const port = z.coerce
  .number('须是端口号')
  .int('须是端口号')
  .min(1, '须是端口号')
  .max(65535, '端口号最大 65535')
export const folder = z
  .string()
  .min(1, '须是文件夹路径')
  .transform((path) => (isAbsolute(path) ? path : resolve(root, path)))
export const days = z.coerce
  .number('须是天数')
  .int('须是整数天')
  .min(1, '至少 1 天')
  .max(3650, '最多 3650 天')
export const megabytes = z.coerce
  .number('须是兆字节数')
  .int('须是整数')
  .min(1, '至少 1')
  .max(1_000_000, '最多 1000000')
export const origin = z
  .url({ protocol: /^https?$/, error: '须是 http:// 或 https:// 开头的网址', abort: true })
  .refine((value) => new URL(value).pathname === '/', '只写到域名为止，下级路径写在 BASE_PATH')
  .transform((value) => new URL(value).origin)
export const basePath = z
  .string()
  .regex(/^\/(?:[A-Za-z0-9._~-]+\/?)*$/, '须以 / 开头，例如 /xfj')
  .transform((path) => `/${path.split('/').filter(Boolean).join('/')}`.replace(/^\/$/, ''))
export const database = z
  .string()
  .regex(/^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/, '须是 sqlite:路径 或 postgres:// 网址')
  .transform((url) =>
    url.replace(/^sqlite:(.+)$/, (_, path: string) => `sqlite:${resolve(root, path)}`),
  )
export const ownAddress = z
  .string()
  .refine((text) => isIP(text) !== 0, '须是本机的 IP 地址，例如 127.0.0.1；0.0.0.0 是所有地址')
export const listenAddress = z.string().transform((text, context) => {
  const [, host = '', given = ''] = /^\[?([^\]]+)\]?:(\d{1,5})$/.exec(text) ?? []
  const number = Number(given)
  if (isIP(host) !== 0 && number >= 1 && number <= 65535) return { host, port: number }
  context.addIssue('须是本机内网的 IP 地址和端口，例如 10.0.0.5:9464')
  return z.NEVER
})
export const proxies = z
  .string()
  .transform((text) => text.split(',').map((entry) => entry.trim()))
  .refine(
    (entries) =>
      (entries.length === 1 && /^[0-9]$/.test(entries[0] ?? '')) || entries.every(isNetwork),
    '须是门户前面代理的层数（0 到 9），或者代理的 IP 地址、网段，用逗号隔开',
  )
  .transform((entries) => (/^[0-9]$/.test(entries[0] ?? '') ? Number(entries[0]) : entries))

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}
