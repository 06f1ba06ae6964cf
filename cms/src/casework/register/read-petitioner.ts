import { parseEmail } from '@portal/content/characters/typed-email'
import { parsePhone } from '@portal/content/characters/typed-phone'
import { compact, line } from '@portal/content/characters/typed-text'
import {
  mostPeople,
  mostRepresentatives,
  withoutRepresentatives,
} from '@portal/content/schema/petition/people'
import { takesSms } from '@portal/content/schema/petition/phone'
import type { NotifyWay } from '@portal/content/schema/petition/petition'
import type { RegisterChannel, TypedRegistration } from '../../contracts/cases/registration.ts'
import type { BodyOf } from '../events/event.ts'
import { readText, type Fail } from './read-text.ts'

type Who = Pick<BodyOf<'filed'>, 'petitioner' | 'notifyBy'>
type Form = TypedRegistration

const phoneFault =
  '请核对：手机号码是 11 位，固定电话带区号，例如 0571-87650000，有分机的写成 0571-87650000-802'

function readName({ name, withheld }: Form, channel: RegisterChannel | null, fail: Fail): string {
  if (!withheld) return readText('name', 'name', '姓名（单位名称）', name, fail)
  if (channel === 'visit') fail('name', '来访要写明姓名（条例第十九条）')
  return ''
}

/** Whoever comes in person says where they live; of a letter or a call it may be unknown (arts. 19, 23). */
function readAddress({ address }: Form, channel: RegisterChannel | null, fail: Fail): string {
  const isGiven = line(address) !== ''
  return isGiven || channel === 'visit' ? readText('address', 'address', '住址', address, fail) : ''
}

function readPhone({ phone }: Form, fail: Fail): string {
  if (compact(phone) === '') return ''
  const read = parsePhone(phone)
  if (read === null) fail('phone', phoneFault)
  return read ?? ''
}

/** How many come together; null where it is one. */
function readPeople({ people }: Form, fail: Fail): number | null {
  const typed = line(people)
    .normalize('NFKC')
    .replace(/ ?[人个位]$/, '')
  if (typed === '') return null
  const count = /^\d{1,6}$/.test(typed) ? Number(typed) : 0
  if (count < 1 || count > mostPeople) fail('people', `请用数字写人数，1 到 ${mostPeople}`)
  return count > 1 ? count : null
}

/** Visitors who are more than five choose representatives, five at most (art. 20). */
function readRepresentatives(
  form: Form,
  people: number | null,
  channel: RegisterChannel | null,
  fail: Fail,
): string | null {
  const named = form.representatives.flatMap(({ name: typed, phone: typedPhone }, place) => {
    const name = line(typed)
    if (name === '' && compact(typedPhone) === '') return []
    const field = `representative${place}` as const
    if (name === '') fail(field, '请填写这位代表的名字')
    if (name !== '') readText('name', field, '代表的名字', typed, fail)
    const phone = compact(typedPhone) === '' ? '' : parsePhone(typedPhone)
    if (phone === null) fail(field, phoneFault)
    return [phone ? `${name}，${phone}` : name]
  })
  if (named.length > mostRepresentatives) {
    fail('representatives', `代表不超过 ${mostRepresentatives} 人（条例第二十条），请去掉多出的`)
  }
  if (named.length > 0 && people === null) fail('people', '有代表的，请写明一共多少人')
  if (people !== null && named.length > people) fail('people', '代表比人数多，请核对')
  const isMany = people !== null && people > withoutRepresentatives
  if (isMany && channel === 'visit' && named.length === 0) {
    fail(
      'representatives',
      '超过 5 人来访的，要推选代表，1 到 5 位（条例第二十条）；正在说的这位是代表的，也写上',
    )
  }
  return named.length > 0 ? named.join('\n') : null
}

function readWish(form: Form, phone: string, fail: Fail) {
  const by = form.notifyBy
  if (by === '') return { notifyBy: null, petitionerEmail: null }
  if (by !== 'sms' && by !== 'email') {
    fail('notifyBy', '请选择怎样告诉信访人进展')
    return { notifyBy: null, petitionerEmail: null }
  }
  if (by === 'sms' && !takesSms(phone)) {
    fail('notifyBy', '发短信要有手机号码，请填写手机号码，或者改选别的方式')
  }
  const petitionerEmail = by === 'email' ? parseEmail(form.email) : null
  if (by === 'email' && petitionerEmail === null) {
    fail('email', '请核对电子邮箱，应当像 name@example.com')
  }
  return { notifyBy: by as NotifyWay, petitionerEmail }
}

/** Reads who has come, written or called, and how they are to be told of progress. */
export function readPetitioner(form: Form, channel: RegisterChannel | null, fail: Fail): Who {
  const petitionerName = readName(form, channel, fail)
  const petitionerPhone = readPhone(form, fail)
  const petitionerAddress = readAddress(form, channel, fail)
  const jointPeople = readPeople(form, fail)
  const representatives = readRepresentatives(form, jointPeople, channel, fail)
  const { notifyBy, petitionerEmail } = readWish(form, petitionerPhone, fail)
  return {
    petitioner: {
      petitionerName,
      petitionerPhone,
      petitionerAddress,
      petitionerIdNumber: null,
      petitionerCreditCode: null,
      petitionerContact: null,
      jointPeople,
      representatives,
      petitionerEmail,
    },
    notifyBy,
  }
}
