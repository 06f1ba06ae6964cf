import type { Delivery, SmsSettings } from '@portal/content/schema/mailbox/delivery'
import { sendByAliyun } from './aliyun-sms.ts'
import type { Senders, Send } from './port.ts'
import { sendByGateway } from './sms-gateway.ts'
import { sendBySmtp } from './smtp.ts'

function sendBySms(settings: SmsSettings): Send {
  switch (settings.kind) {
    case 'gateway':
      return sendByGateway(settings.url, settings.token)
    case 'aliyun':
      return sendByAliyun(settings)
  }
}

/** The ways that this installation has settings for. */
export function createSenders({ mail, sms }: Delivery): Senders {
  return {
    ...(mail ? { email: sendBySmtp(mail) } : {}),
    ...(sms ? { sms: sendBySms(sms) } : {}),
  }
}
