import { words, type Candidate, type Pattern } from './pattern.ts'

/** What stands between the word for an account and the account. */
const is = '[为是叫: (“"]{0,4}'
const wechat = '(?:微信|薇信|威信|V信|(?<![A-Z])(?:WX|VX|WECHAT|WEIXIN))'
const others = '(?:抖音|快手|小红书|支付宝|钉钉|飞书|陌陌|淘宝|旺旺|微博|TELEGRAM|WHATSAPP|SKYPE)'
const number = '(?:号码|账号|帐号|号|ID)'
const name = '[A-Z](?:[A-Z0-9_]|-){5,19}(?![A-Z0-9_])'

/** Names of programs and kinds of them, after 微信 in many a manual. */
const program =
  /^(?:ANDROID|IOS|IPHONE|WINDOWS|LINUX|HARMONY|VERSION|WECHAT|WEIXIN|BROWSER|HTTP|WEBVIEW|MICROMESSENGER|DEVTOOLS)/

/** A name with a figure or a stroke in it is of an account; one of letters only where it is called so. */
const isAccount = ({ found }: Candidate) =>
  program.test(found) || !/[\d_-]/.test(found) ? 0 : found.length

/** Accounts by which somebody is found in other nets, where they are called so: what is before them is no part of them. */
export const accounts: readonly Pattern[] = [
  words('account', `(?<=${wechat}${number}${is})${name}`, ({ found }) =>
    program.test(found) ? 0 : found.length,
  ),
  words('account', `(?<=${wechat}${is})${name}`, isAccount),
  words('account', `(?<=${others}${number}${is})${name}`, isAccount),
  words('account', `(?<=(?:${wechat}|${others})${number}${is})[1-9]\\d{5,10}(?!\\d)`),
  words(
    'account',
    `(?<=(?:(?<![A-Z])QQ${number}?|(?<![A-Z])QQ群号?|加Q|(?<![A-Z])Q号|扣扣号?|企鹅号)${is})[1-9]\\d{4,10}(?!\\d|年|月|个|人|元|万|次)`,
  ),
]
