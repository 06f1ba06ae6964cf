import { isLoopback, type MailSettings } from '@portal/content/schema/mailbox/delivery'
import { createTransport } from 'nodemailer'
import { saysNoSuchUser } from './no-such-user.ts'
import type { SendOutcome, Send } from './port.ts'

type SmtpError = { code?: string; command?: string; responseCode?: number; response?: string }

/**
 * Final is only that there is no such recipient. What the server says of too many mails, of the message
 * or the sender, a wrong password, a missing certificate may be over, or mended by the office, within the
 * tries; then it is told as not delivered.
 */
function outcomeOf({ code, command, responseCode, response = '' }: SmtpError): SendOutcome {
  const ofMail = command === 'RCPT TO' || command === 'DATA'
  if (ofMail && saysNoSuchUser(response)) {
    return { kind: 'refused', reason: `邮件服务器说没有这个邮箱（${responseCode}）` }
  }
  if (code === 'EAUTH') return { kind: 'unavailable', reason: '邮件服务器不接受账号或密码' }
  if (code === 'ETLS') return { kind: 'unavailable', reason: '与邮件服务器不能建立加密连接' }
  const why = responseCode ?? code ?? '原因不明'
  return { kind: 'unavailable', reason: `邮件服务器暂时不能发送（${why}）` }
}

/**
 * Sends by SMTP (RFC 5321). The connection is encrypted: TLS from the start for `smtps:`, else
 * STARTTLS, without which nothing is sent. Only a server on this machine may go without.
 */
export function sendBySmtp({ server, from }: MailSettings): Send {
  const url = new URL(server)
  const secure = url.protocol === 'smtps:'
  const local = isLoopback(url.hostname)
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && !local,
    ignoreTLS: !secure && local,
    ...(url.username
      ? {
          auth: {
            user: decodeURIComponent(url.username),
            pass: decodeURIComponent(url.password),
          },
        }
      : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^\s>]+)>?$/.exec(from)?.[1] ?? 'localhost'
  return async (to, { id, subject, text }) => {
    try {
      await transport.sendMail({
        from,
        // As an object it is one address, never parsed into several.
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      return { kind: 'sent' }
    } catch (error) {
      return outcomeOf(error as SmtpError)
    }
  }
}
