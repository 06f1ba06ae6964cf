import { mostPeople, withoutRepresentatives } from '@portal/content/schema/petition/people'
import type { Petition } from '@portal/content/schema/petition/petition'
import { isCreditCode } from './credit-code.ts'
import { petitioners } from './fields.ts'
import type { Petitioner, TypedFields } from './fields.ts'
import { isIdNumber } from '@portal/content/schema/petition/id-number'
import { parseText } from './parse-text.ts'
import type { Fail } from './parse-text.ts'
import { parsePhone } from '@portal/content/characters/typed-phone'
import { representativeFields, representativeNumbers } from './representatives.ts'
import { compact, countCharacters, line } from '@portal/content/characters/typed-text'

type Who = Pick<Petition, 'name' | 'phone' | 'address' | 'idNumber' | 'organisation' | 'joint'>
type Representative = NonNullable<Petition['joint']>['representatives'][number]

/**
 * Reads who files: a person, several people, or an organisation. Fields that belong to another of
 * these are not looked at: whoever changed their mind has left them filled in, out of sight.
 */
export function parsePetitioner(typed: TypedFields, fail: Fail): Who {
  const kind = petitionerOf(typed)
  if (kind === null) fail('petitioner', '请选择由谁提出')
  const reach = {
    phone: parsePhone(typed.phone ?? '') ?? fail('phone', phoneFault(typed.phone ?? '')),
    address: parseText(typed, 'address', line, fail),
  }
  if (kind === 'organisation') {
    const name = parseText(typed, 'organisation', line, fail)
    const contact = parseText(typed, 'contact', line, fail)
    const creditCode = parseCreditCode(typed.creditCode ?? '', fail)
    return { name, ...reach, idNumber: null, organisation: { creditCode, contact } }
  }
  const name = parseText(typed, 'name', line, fail)
  const idNumber = parseIdNumber(typed.idNumber ?? '', fail)
  const person = { name, ...reach, idNumber }
  return kind === 'joint' ? { ...person, joint: parseJoint(typed, fail) } : person
}

/** Who files; `null` where the form names none that there is. */
export function petitionerOf({ petitioner }: TypedFields): Petitioner | null {
  const value = line(petitioner ?? '')
  if (value === '') return 'person'
  return Object.keys(petitioners).includes(value) ? (value as Petitioner) : null
}

/** How many people file together; `null` where that is no number of people. */
export function peopleOf({ people }: TypedFields): number | null {
  const digits = line(people ?? '')
    .normalize('NFKC')
    .replace(/ ?[人个]$/, '')
  const count = /^\d{1,6}$/.test(digits) ? Number(digits) : 0
  return count >= 2 && count <= mostPeople ? count : null
}

function parseJoint(typed: TypedFields, fail: Fail): NonNullable<Petition['joint']> {
  const people = peopleOf(typed)
  if (people === null) {
    const given = compact(typed.people ?? '') !== ''
    fail('people', given ? '请用数字写人数，2 人以上，连您自己在内' : '请填写一共多少人')
  }
  if (people === null || people <= withoutRepresentatives) {
    return { people: people ?? 2, representatives: [] }
  }
  const representatives = representativeNumbers.flatMap((number): Representative[] => {
    const fields = representativeFields(number)
    const name = line(typed[fields.name] ?? '')
    const typedPhone = typed[fields.phone] ?? ''
    if (name === '' && compact(typedPhone) === '') return []
    if (name === '') fail(fields.name, '请填写这位代表的名字')
    if (countCharacters(name) > 60) fail(fields.name, '名字最多 60 个字，请核对后重填')
    return [{ name, phone: parsePhone(typedPhone) ?? fail(fields.phone, phoneFault(typedPhone)) }]
  })
  if (representatives.length === 0) {
    fail('representative1Name', '超过 5 人的，请写推选的代表，1 到 5 位；您自己是代表的，也写上')
  }
  return { people, representatives }
}

function phoneFault(typed: string): string {
  return compact(typed) === ''
    ? '请填写手机号码'
    : '请填写 11 位手机号码；没有手机的，填写带区号的固定电话，例如 0571-87650000，有分机的写成 0571-87650000-802'
}

function parseIdNumber(typed: string, fail: Fail): string | null {
  const number = compact(typed).toUpperCase()
  if (number === '') return null
  if (!/^\d{17}[\dX]$/.test(number)) {
    return fail('idNumber', '身份证号是 18 位，请核对后重填；也可以不填')
  }
  if (isIdNumber(number)) return number
  return fail('idNumber', '身份证号有错，请对照身份证逐位核对；也可以不填')
}

function parseCreditCode(typed: string, fail: Fail): string | null {
  const code = compact(typed).toUpperCase()
  if (code === '') return null
  if (code.length !== 18) {
    return fail('creditCode', '统一社会信用代码是 18 位，请核对后重填；也可以不填')
  }
  if (isCreditCode(code)) return code
  return fail('creditCode', '统一社会信用代码有错，请对照证照逐位核对；也可以不填')
}
