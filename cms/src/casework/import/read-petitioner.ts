import { parseEmail } from '@portal/content/characters/typed-email'
import { parsePhone } from '@portal/content/characters/typed-phone'
import { isIdNumber } from '@portal/content/schema/petition/id-number'
import { mostPeople } from '@portal/content/schema/petition/people'
import type { Opening } from '../events/event.ts'
import type { CaseCells, CaseColumn } from '../../contracts/cases/case-columns.ts'

/** Notes what is wrong in a column, of which the first counts. */
export type Fail = (column: CaseColumn, words: string) => void

function readPhone(typed: string, fail: Fail): string {
  if (typed === '') return ''
  const read = parsePhone(typed)
  if (read === null) {
    fail('phone', '请核对电话：手机号码 11 位，固定电话带区号；不知道的留空。')
  }
  return read ?? ''
}

function readIdNumber(typed: string, fail: Fail): string | null {
  const number = typed.toUpperCase()
  if (number === '') return null
  if (!/^\d{17}[\dX]$/.test(number)) {
    fail('idNumber', '身份证号是 18 位：请核对，或者留空。')
  } else if (!isIdNumber(number)) {
    fail(
      'idNumber',
      number.endsWith('000')
        ? '末尾几位像是表格软件改成了 0：请把这一列设成“文本”，从原系统重新导出。'
        : '身份证号对不上校验位：请逐位核对，或者留空。',
    )
  }
  return number
}

function readPeople(typed: string, fail: Fail): number | null {
  const text = typed.normalize('NFKC').replace(/[人个位名]$/, '')
  if (text === '') return null
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (count < 1 || count > mostPeople) fail('people', `请用数字写人数，1 到 ${mostPeople}。`)
  return count > 1 ? count : null
}

/** Who filed a case of another system; what is not known there is left empty. */
export function readPetitioner(cells: CaseCells, fail: Fail): Opening['petitioner'] {
  const creditCode = cells.creditCode.toUpperCase()
  if (creditCode !== '' && !/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(creditCode)) {
    fail('creditCode', '统一社会信用代码是 18 位：请核对，或者留空。')
  }
  const email = cells.email === '' ? null : parseEmail(cells.email)
  if (cells.email !== '' && email === null) {
    fail('email', '请核对电子邮箱，应当像 name@example.com；不知道的留空。')
  }
  return {
    petitionerName: cells.name,
    petitionerPhone: readPhone(cells.phone, fail),
    petitionerAddress: cells.address,
    petitionerIdNumber: readIdNumber(cells.idNumber, fail),
    petitionerCreditCode: creditCode || null,
    petitionerContact: cells.contact || null,
    jointPeople: readPeople(cells.people, fail),
    representatives: cells.representatives || null,
    petitionerEmail: email,
  }
}
