import { takesSms } from '@portal/content/schema/petition/phone'
import type { NotifyWay, Petition } from '@portal/content/schema/petition/petition'
import { notifyChoices } from './fields.ts'
import type { NotifyChoice, TypedFields } from './fields.ts'
import { parseEmail } from '@portal/content/characters/typed-email'
import type { Fail } from './parse-text.ts'
import { parsePhone } from '@portal/content/characters/typed-phone'
import { line } from '@portal/content/characters/typed-text'

/** Reads how the petitioner wishes to be told of progress; `null` where not at all. */
export function parseNotify(
  typed: TypedFields,
  ways: ReadonlySet<NotifyWay>,
  fail: Fail,
): Petition['notify'] | null {
  const closed = closedWay(typed, ways)
  if (closed !== null) {
    fail('notifyBy', closed)
    return null
  }
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

/** What to do where the chosen way was offered once and is not any more; `null` where it is open. */
export function closedWay(typed: TypedFields, ways: ReadonlySet<NotifyWay>): string | null {
  const choice = notifyChoiceOf(typed)
  if (choice === null || choice === 'none' || ways.has(choice)) return null
  const others = [...ways].map((way) => `“${notifyChoices[way]}”，或者`).join('')
  return `现在不能${notifyChoices[choice]}告诉您了。请改选${others}“${notifyChoices.none}”`
}
