/** Addresses that do not exist, move or take no mail (RFC 3463, X.1.1 to X.1.6; RFC 7505, X.1.10). */
const enhanced = /^5\d\d[ -]5\.1\.(?:[1-6]|10)\b/m
const anyEnhanced = /^5\d\d[ -]5\.\d{1,3}\.\d{1,3}\b/m
/** As servers write it that give no enhanced code. */
const words =
  /no such (?:user|mailbox|recipient|person|address)|(?:user|recipient|mailbox|address|account)\S* (?:is )?(?:unknown|not found|not exist|does(?:n't| not) exist|invalid)|(?:unknown|invalid|non-?existent) (?:user|recipient|mailbox|address|account)|(?:用户|收件人|邮箱|账号|帐号)不存在/i
/** What speaks of how much is sent. Servers say 550 for that too. */
const pace = /frequen|limit|too (?:many|much|often|fast)|rate\b|quota|频率|频繁|过多|超过/i

/**
 * Whether a server's answer to a recipient or to the mail says that there is no such recipient. A 5xx
 * alone does not: for many servers it also means too often, too much, or not from here.
 */
export function saysNoSuchUser(answer: string): boolean {
  if (anyEnhanced.test(answer)) return enhanced.test(answer)
  return /^5\d\d/.test(answer) && words.test(answer) && !pace.test(answer)
}
