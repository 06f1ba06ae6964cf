import { randomUUID } from 'node:crypto'
import type { SmsSettings } from '@portal/content/schema/mailbox/delivery'
import { z } from 'zod'
import { canonicalQuery, signCall } from './aliyun-signature.ts'
import type { SendOutcome, Send } from './port.ts'

type Settings = Extract<SmsSettings, { kind: 'aliyun' }>

const answer = z.object({ Code: z.string().regex(/^[\w.-]{1,64}$/) })

/** The codes that speak of this number; every other one the office can mend: pace, balance, template. */
const final = ['isv.MOBILE_NUMBER_ILLEGAL']

function outcomeOf(code: string): SendOutcome {
  if (code === 'OK') return { kind: 'sent' }
  if (final.includes(code)) return { kind: 'refused', reason: `阿里云短信拒收（${code}）` }
  return { kind: 'unavailable', reason: `阿里云短信暂时不能发送（${code}）` }
}

/**
 * Sends by Aliyun's SMS service (dysmsapi 2017-05-25, SendSms). The text is the template that the
 * office had approved there; it takes `number`, `step` and `day` and nothing else, for example:
 * 您的信访事项${number}现为：${step}。下一期限：${day}。
 */
export function sendByAliyun(
  { url, keyId, keySecret, signName, templateCode }: Settings,
  timeoutMs = 10_000,
): Send {
  const { origin, host } = new URL(url)
  return async (to, { id, parameters }) => {
    const query = {
      OutId: id,
      PhoneNumbers: to,
      SignName: signName,
      TemplateCode: templateCode,
      TemplateParam: JSON.stringify(parameters),
    }
    const call = {
      host,
      action: 'SendSms',
      version: '2017-05-25',
      date: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      nonce: randomUUID(),
      query,
    }
    try {
      const response = await fetch(`${origin}/?${canonicalQuery(query)}`, {
        method: 'POST',
        headers: {
          ...signCall(call, { id: keyId, secret: keySecret }),
          accept: 'application/json',
        },
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      })
      const parsed = answer.safeParse(await response.json())
      if (parsed.success) return outcomeOf(parsed.data.Code)
      return { kind: 'unavailable', reason: `阿里云短信的应答看不懂（${response.status}）` }
    } catch {
      return { kind: 'unavailable', reason: '阿里云短信没有应答' }
    }
  }
}
