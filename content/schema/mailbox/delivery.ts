import { z } from 'zod'

/** How mail leaves the office. */
export type MailSettings = { server: string; from: string }

/** How SMS leave the office: any gateway that takes JSON over HTTP, or Aliyun's service. */
export type SmsSettings =
  | { kind: 'gateway'; url: string; token: string }
  | {
      kind: 'aliyun'
      url: string
      keyId: string
      keySecret: string
      signName: string
      templateCode: string
    }

/** The ways by which petitioners are told of each step; null: not set up, so nothing is sent. */
export type Delivery = { mail: MailSettings | null; sms: SmsSettings | null }

/** Whether a host, as it stands in a URL, is this machine itself: what goes there crosses no network. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(host)
}

const token = z.string().regex(/^[\x21-\x7e]+$/, '须是不含空格和汉字的一串字符')
const safeAddress = z
  .url({ protocol: /^https?$/, error: '须是 https:// 开头的网址', abort: true })
  .refine((value) => {
    const { protocol, hostname } = new URL(value)
    return protocol === 'https:' || isLoopback(hostname)
  }, '须是 https:// 开头的网址；只有本机可以用 http://')

/** The settings of delivery, each by itself. */
export const deliveryVariables = {
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: '须是 smtps://账号:密码@服务器 或 smtp://账号:密码@服务器:587 的样子',
      abort: true,
    })
    .refine((value) => {
      const { hostname, pathname, search, hash } = new URL(value)
      return hostname !== '' && pathname.replace('/', '') + search + hash === ''
    }, '只写到服务器和端口为止；账号、密码里的 @ : / ? # 要写成 %40 %3A %2F %3F %23')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>@,"\r\n]+ ?<[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/,
      '须是邮箱地址，例如 xinfang@example.gov.cn 或 信访局 <xinfang@example.gov.cn>',
    )
    .optional(),
  SMS_URL: safeAddress.optional(),
  SMS_TOKEN: token.optional(),
  ALIYUN_SMS_KEY_ID: token.optional(),
  ALIYUN_SMS_KEY_SECRET: token.optional(),
  ALIYUN_SMS_SIGN: z.string().max(40, '签名名称最长 40 个字').optional(),
  ALIYUN_SMS_TEMPLATE: z
    .string()
    .regex(/^SMS_\w+$/, '须是 SMS_ 开头的模板代码')
    .optional(),
  ALIYUN_SMS_URL: safeAddress.default('https://dysmsapi.aliyuncs.com'),
}

/** Settings whose value may hold a password: no error text repeats it. */
export const secretSettings = [
  'SMTP_URL',
  'SMS_URL',
  'SMS_TOKEN',
  'ALIYUN_SMS_KEY_ID',
  'ALIYUN_SMS_KEY_SECRET',
]

type Values = z.infer<z.ZodObject<typeof deliveryVariables>> & { SITE_URL?: string | undefined }
type Name = Exclude<keyof Values, 'ALIYUN_SMS_URL' | 'SITE_URL'>

const groups: { title: string; names: Name[] }[] = [
  { title: '发送邮件', names: ['SMTP_URL', 'MAIL_FROM'] },
  { title: '通过短信网关发送短信', names: ['SMS_URL', 'SMS_TOKEN'] },
  {
    title: '通过阿里云发送短信',
    names: ['ALIYUN_SMS_KEY_ID', 'ALIYUN_SMS_KEY_SECRET', 'ALIYUN_SMS_SIGN', 'ALIYUN_SMS_TEMPLATE'],
  },
]

function faultsOf(value: Values): string[] {
  const faults = groups.flatMap(({ title, names }) => {
    const missing = names.filter((name) => value[name] === undefined)
    if (missing.length === 0 || missing.length === names.length) return []
    return missing.map((name) => `${name}：${title}还缺这一项`)
  })
  if (value.SMS_URL !== undefined && value.ALIYUN_SMS_KEY_ID !== undefined) {
    faults.push('SMS_URL、ALIYUN_SMS_KEY_ID：短信网关和阿里云只能用一个，请去掉其中一组设置')
  }
  const any = groups.some(({ names }) => names.some((name) => value[name] !== undefined))
  if (any && value.SITE_URL === undefined) {
    faults.push('SITE_URL：要给信访人发短信或邮件，须写明门户的网址，信访人靠它查询')
  }
  return faults
}

function smsOf(value: Values): SmsSettings | null {
  const { SMS_URL: url, SMS_TOKEN: key } = value
  if (url !== undefined && key !== undefined) return { kind: 'gateway', url, token: key }
  const {
    ALIYUN_SMS_KEY_ID: keyId,
    ALIYUN_SMS_KEY_SECRET: keySecret,
    ALIYUN_SMS_SIGN: signName,
    ALIYUN_SMS_TEMPLATE: templateCode,
  } = value
  if (!keyId || !keySecret || !signName || !templateCode) return null
  return { kind: 'aliyun', url: value.ALIYUN_SMS_URL, keyId, keySecret, signName, templateCode }
}

/**
 * Puts the settings of delivery together. Half a group is a fault, so a misspelt name does not
 * leave petitioners untold in silence.
 * @param value settings that are well-formed each by itself
 */
export function readDelivery(
  value: Values,
): { ok: true; delivery: Delivery } | { ok: false; faults: string[] } {
  const faults = faultsOf(value)
  if (faults.length > 0) return { ok: false, faults }
  const { SMTP_URL: server, MAIL_FROM: from } = value
  const mail = server !== undefined && from !== undefined ? { server, from } : null
  return { ok: true, delivery: { mail, sms: smsOf(value) } }
}
