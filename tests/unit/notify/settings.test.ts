import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { EnvironmentError, readEnvironment } from '@portal/content/schema/operation/environment'

const SITE_URL = 'https://xinfang.example.cn'
const mail = {
  SITE_URL,
  SMTP_URL: 'smtps://office:p%40ss@mail.example.cn',
  MAIL_FROM: '信访局 <office@example.cn>',
}
const gateway = { SITE_URL, SMS_URL: 'https://sms.example.cn/send', SMS_TOKEN: 'token-1234' }
const aliyun = {
  SITE_URL,
  ALIYUN_SMS_KEY_ID: 'id',
  ALIYUN_SMS_KEY_SECRET: 'secret-5678',
  ALIYUN_SMS_SIGN: '青禾区信访局',
  ALIYUN_SMS_TEMPLATE: 'SMS_123456',
}

const without = (group: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(group).filter(([key]) => key !== name))

const complaintOf = (values: Record<string, string>): string => {
  try {
    readEnvironment(values)
  } catch (error) {
    assert.ok(error instanceof EnvironmentError)
    return error.message
  }
  return assert.fail('the settings were accepted')
}

describe('settings for telling petitioners', () => {
  it('may all be absent: then there is no way to tell', () => {
    assert.deepEqual(readEnvironment({}).delivery, { mail: null, sms: null })
  })

  it('are read by group', () => {
    assert.deepEqual(readEnvironment({ ...mail, ...gateway }).delivery, {
      mail: { server: mail.SMTP_URL, from: mail.MAIL_FROM },
      sms: { kind: 'gateway', url: gateway.SMS_URL, token: gateway.SMS_TOKEN },
    })
    assert.deepEqual(readEnvironment(aliyun).delivery.sms, {
      kind: 'aliyun',
      url: 'https://dysmsapi.aliyuncs.com',
      keyId: 'id',
      keySecret: 'secret-5678',
      signName: '青禾区信访局',
      templateCode: 'SMS_123456',
    })
  })

  it('are refused by halves, so that a misspelt name is noticed', () => {
    for (const group of [mail, gateway, aliyun]) {
      for (const name of Object.keys(group).filter((key) => key !== 'SITE_URL')) {
        assert.match(complaintOf(without(group, name)), new RegExp(`${name}：.*还缺这一项`))
      }
    }
  })

  it('are refused without the address that petitioners are sent to', () => {
    assert.match(complaintOf(without(mail, 'SITE_URL')), /SITE_URL：要给信访人发短信或邮件/)
  })

  it('are refused where two providers are named', () => {
    assert.match(complaintOf({ ...gateway, ...aliyun }), /只能用一个/)
  })

  it('are refused where personal data would cross a network in the clear', () => {
    assert.match(complaintOf({ ...gateway, SMS_URL: 'http://sms.example.cn/' }), /SMS_URL：.*https/)
    assert.ok(readEnvironment({ ...gateway, SMS_URL: 'http://127.0.0.1:8080/' }).delivery.sms)
  })

  it('are refused where they are malformed', () => {
    for (const [group, name, value] of [
      [mail, 'SMTP_URL', 'mail.example.cn'],
      [mail, 'SMTP_URL', 'smtp://mail.example.cn/?tls.rejectUnauthorized=false'],
      [mail, 'SMTP_URL', 'smtp://'],
      [mail, 'MAIL_FROM', '信访局'],
      [mail, 'MAIL_FROM', 'a@example.cn, b@example.cn'],
      [gateway, 'SMS_TOKEN', 'two words'],
      [aliyun, 'ALIYUN_SMS_TEMPLATE', '123456'],
    ] as const) {
      assert.match(complaintOf({ ...group, [name]: value }), new RegExp(`${name}：`), value)
    }
  })

  it('that hold a password are never repeated in a complaint', () => {
    const complaint = complaintOf({
      ...mail,
      SMTP_URL: 'smtp://office:p-a-s-s@mail.example.cn/x',
      SMS_URL: 'ftp://u:p-a-s-s@sms.example.cn',
      SMS_TOKEN: 'p-a-s-s 1',
    })
    assert.match(complaint, /SMTP_URL[\s\S]*SMS_URL[\s\S]*SMS_TOKEN/)
    assert.ok(!complaint.includes('p-a-s-s'))
  })

  it("do not mistake other programs' settings for their own", () => {
    assert.doesNotThrow(() => readEnvironment({ RDS_URL: 'x', AWS_TOKEN: 'x', CMS_URL: 'x' }))
  })
})
