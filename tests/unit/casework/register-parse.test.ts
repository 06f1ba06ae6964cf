import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deriveForm } from '../../../cms/src/casework/register/form-secrets.ts'
import { parseRegistration } from '../../../cms/src/casework/register/parse-registration.ts'
import { receiptNumber } from '@portal/content/schema/petition/receipt'
import { isQueryCode } from '@portal/content/schema/mailbox/query-code'
import type { TypedRegistration } from '../../../cms/src/contracts/cases/registration.ts'
import { visit } from '../../support/case/registration.ts'

const now = new Date('2026-11-28T06:00:00.000Z')
const places = { topic: '交通出行', region: '青禾区 城西街道 柳岸社区' }
const today = { receivedAt: '2026-11-28T09:30' }

const read = (changes: Partial<TypedRegistration>) =>
  parseRegistration({ ...visit(), ...today, ...changes }, places, now)
const faults = (changes: Partial<TypedRegistration>) => {
  const parsed = read(changes)
  return parsed.ok ? {} : parsed.faults
}
const good = (changes: Partial<TypedRegistration>) => {
  const parsed = read(changes)
  return parsed.ok ? parsed.registration : assert.fail(JSON.stringify(parsed.faults))
}

describe('a registration as it was typed', () => {
  it('takes a visit, and says at each field what is missing', () => {
    const { filed, at, settled, repeatOf } = good({})
    assert.deepEqual(
      [filed.channel, filed.topic, settled, repeatOf],
      ['visit', '交通出行', null, null],
    )
    assert.equal(at.toISOString(), '2026-11-28T01:30:00.000Z')
    const empty = { title: '', request: ' ', facts: '\u200b', name: '　', address: '', phone: '' }
    assert.deepEqual(Object.keys(faults({ ...empty, channel: '', category: '' })).sort(), [
      'category',
      'channel',
      'facts',
      'name',
      'request',
      'title',
    ])
    assert.match(faults({ address: '' }).address ?? '', /请填写住址/)
    const nowhere = parseRegistration({ ...visit(), ...today }, { topic: null, region: null }, now)
    assert.deepEqual(!nowhere.ok && Object.keys(nowhere.faults), ['topic', 'region'])
    assert.ok('channel' in faults({ channel: 'toString' }))
    assert.ok('category' in faults({ category: 'constructor' }))
  })

  it('needs no name, telephone or address of a call, a letter or a grid round, but a name of a visitor', () => {
    const unknown = { name: '', withheld: true, phone: '', address: '' }
    for (const channel of ['letter', 'call', 'grid']) {
      const { petitioner } = good({ ...unknown, channel }).filed
      assert.deepEqual([petitioner.petitionerName, petitioner.petitionerPhone], ['', ''])
    }
    assert.match(faults({ ...unknown, address: '柳岸小区' }).name ?? '', /第十九条/)
    assert.match(faults({ ...unknown, withheld: false, channel: 'call' }).name ?? '', /请填写姓名/)
  })

  it('reads full-width digits, blanks and dashes in telephones, numbers of people and moments', () => {
    const { filed } = good({
      phone: '１３８ ００００－１２３４',
      people: '３ 人',
      receivedAt: '２０２６-11-28T09:30',
    })
    assert.equal(filed.petitioner.petitionerPhone, '13800001234')
    assert.equal(filed.petitioner.jointPeople, 3)
    assert.equal(good({ people: '1' }).filed.petitioner.jointPeople, null)
    for (const people of ['0', '-2', '三', '1.5', '100000'])
      assert.ok(faults({ people }).people, people)
    for (const phone of ['1234', '0', '电话', '138000012345'])
      assert.ok(faults({ phone }).phone, phone)
  })

  it('takes a letter of 20,000 characters whole, and tells of one more how many to take out', () => {
    const emoji = '路灯😀'
    const long = emoji.repeat(6666) + '坏了'
    assert.equal([...long].length, 20_000)
    assert.equal(good({ facts: long }).filed.facts, long)
    assert.match(faults({ facts: `${long}！` }).facts ?? '', /最多 20000 个字.+请删去 1 个字/)
    assert.equal(good({ title: '😀路灯👨‍👩‍👧' }).filed.title, '😀路灯👨‍👩‍👧')
    assert.equal(
      good({ facts: '第一行写满了的字\r\n\u0007第二行' }).filed.facts,
      '第一行写满了的字\n第二行',
    )
  })

  it('asks more than five visitors for one to five representatives, and refuses a sixth', () => {
    const some = (count: number) =>
      Array.from({ length: count }, (_, place) => ({ name: `代表${place}`, phone: '' }))
    assert.match(faults({ people: '6' }).representatives ?? '', /推选代表/)
    assert.equal(good({ people: '6', channel: 'letter' }).filed.petitioner.representatives, null)
    assert.equal(good({ people: '5' }).filed.petitioner.jointPeople, 5)
    const five = good({ people: '12', representatives: some(5) }).filed.petitioner
    assert.equal(five.representatives?.split('\n').length, 5)
    assert.match(
      faults({ people: '12', representatives: some(6) }).representatives ?? '',
      /代表不超过 5 人/,
    )
    assert.ok(faults({ people: '', representatives: some(1) }).people)
    assert.match(faults({ people: '2', representatives: some(3) }).people ?? '', /代表比人数多/)
    const bad = [...some(1), { name: '', phone: '13800000000' }, { name: '甲', phone: '12' }]
    const { representative1, representative2 } = faults({ people: '9', representatives: bad })
    assert.ok(representative1 && representative2)
    const blank = { people: '7', representatives: [...some(1), { name: ' ', phone: '' }] }
    assert.equal(good(blank).filed.petitioner.representatives, '代表0')
  })

  it('takes no moment that is to come, or of another year by a slip', () => {
    assert.match(faults({ receivedAt: '2026-11-28T14:11' }).receivedAt ?? '', /还没有到/)
    assert.equal(good({ receivedAt: '2026-11-28T14:05' }).at.getTime(), now.getTime())
    assert.match(faults({ receivedAt: '2025-11-01T09:00' }).receivedAt ?? '', /核对年份/)
    for (const receivedAt of ['', '2026-02-30T09:00', '昨天', '2026-11-28 25:00'])
      assert.ok(faults({ receivedAt }).receivedAt, receivedAt)
  })

  it('takes the moment as people write it; a day alone is its beginning', () => {
    for (const receivedAt of ['2026年11月27日 下午2点', '2026/11/27 14:00', '20261127 14:00'])
      assert.equal(good({ receivedAt }).at.toISOString(), '2026-11-27T06:00:00.000Z', receivedAt)
    assert.equal(good({ receivedAt: '2026-11-27' }).at.toISOString(), '2026-11-26T16:00:00.000Z')
  })

  it('sends SMS to mobile numbers only, and e-mail to an address', () => {
    assert.equal(good({ notifyBy: 'sms', phone: '13800001234' }).filed.notifyBy, 'sms')
    for (const phone of ['', '0571-87650000'])
      assert.ok(faults({ notifyBy: 'sms', phone }).notifyBy)
    assert.ok(faults({ notifyBy: 'email', email: 'x' }).email)
    assert.ok(faults({ notifyBy: 'pigeon' }).notifyBy)
    const { petitioner } = good({ notifyBy: 'email', email: 'Name@例子.中国' }).filed
    assert.equal(petitioner.petitionerEmail, 'Name@xn--fsqu00a.xn--fiqs8s')
  })

  it('is settled on the spot of a grid round only, never an accusation, and a repeat has a reason', () => {
    const done = { isSettled: true, settled: '已当场换好灯泡。' }
    assert.equal(good({ ...done, channel: 'grid' }).settled, '已当场换好灯泡。')
    assert.equal(good(done).settled, null)
    assert.match(faults({ ...done, channel: 'grid', settled: '' }).settled ?? '', /请填写当场/)
    const accusation = { ...done, channel: 'grid', category: 'accusation' }
    assert.match(faults(accusation).settled ?? '', /第三十条/)
    const number = '1234 5678 1234 ５６７８'
    assert.deepEqual(good({ repeatOf: number, repeatReason: '同一盏灯' }).repeatOf, {
      number: '1234567812345678',
      reason: '同一盏灯',
    })
    assert.match(faults({ repeatOf: number, repeatReason: '' }).repeatReason ?? '', /请填写理由/)
  })
})

describe('what the key of a form stands for', () => {
  it('is the same number and code each time, in their forms, and others with another key or secret', () => {
    const keys = Array.from({ length: 200 }, (_, place) =>
      Buffer.alloc(16, place).toString('base64url'),
    )
    const made = keys.map((key) => deriveForm(key, 7, 'pepper'))
    for (const { number, code } of made) {
      assert.ok(receiptNumber.safeParse(number).success && !number.startsWith('0'), number)
      assert.ok(isQueryCode(code), code)
    }
    assert.equal(new Set(made.map(({ number }) => number)).size, 200)
    assert.deepEqual(deriveForm(keys[0] ?? '', 7, 'pepper'), made[0])
    assert.notDeepEqual(deriveForm(keys[0] ?? '', 7, 'other'), made[0])
    // Another clerk who has the key learns nothing by it.
    assert.notDeepEqual(deriveForm(keys[0] ?? '', 8, 'pepper'), made[0])
  })
})
