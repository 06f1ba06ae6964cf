import { takesSms } from '@portal/content/schema/phone'
import type { Petition } from '@portal/content/schema/petition'
import { notifyChoices } from './fields.ts'
import type { NotifyChoice, TypedFields } from './fields.ts'
import { parseEmail } from './email.ts'
import type { Fail } from './parse-text.ts'
import { parsePhone } from './phone.ts'
import { line } from './text.ts'

/** Reads how the petitioner wishes to be told of progress; `null` where not at all. */
export function parseNotify(typed: TypedFields, fail: Fail): Petition['notify'] | null {
  switch (notifyChoiceOf(typed)) {
    case 'none':
      return null
    case 'sms': {
      const phone = parsePhone(typed.phone ?? '')
      // A phone that is none is told of where it is typed.
      if (phone !== null && !takesSms(phone)) {
        fail('notifyBy', '固定电话收不到短信，请选别的方式，或者把联系电话改成手机号码')
      }
      return { by: 'sms' }
    }
    case 'email': {
      const given = line(typed.email ?? '') !== ''
      const fault = given
        ? '请核对电子邮箱，应当像 name@example.com'
        : '请填写电子邮箱，或者选别的方式'
      return { by: 'email', address: parseEmail(typed.email ?? '') ?? fail('email', fault) }
    }
    case null:
      fail('notifyBy', '请选择怎样告诉您进展')
      return null
  }
}

/** The chosen way; a form that says nothing says `none`; `null` where there is no such way. */
export function notifyChoiceOf({ notifyBy }: TypedFields): NotifyChoice | null {
  const value = line(notifyBy ?? '')
  if (value === '') return 'none'
  return Object.keys(notifyChoices).includes(value) ? (value as NotifyChoice) : null
}
