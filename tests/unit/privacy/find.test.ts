import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { excerptOf, findPersonal, signOf } from '../../../content/privacy/find.ts'
import { idNumberCheck } from '../../../content/schema/petition/id-number.ts'

const kindsIn = (text: string, known: string[] = []) =>
  findPersonal(text, known).map(({ kind }) => kind)

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))
const idNumber = fc
  .tuple(fc.integer({ min: 110000, max: 659999 }), day, fc.integer({ min: 0, max: 999 }))
  .map(([region, born, serial]) => `${region}${born}${String(serial).padStart(3, '0')}`)
  .map((digits) => digits + idNumberCheck(digits))
const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`)
const plain = fc.constantFrom('', '申请人', '请联系。', '（', '证号：', '电话')

const disguises: ((digits: string) => string)[] = [
  (digits) => digits,
  (digits) => digits.replace(/(.{4})(?=.)/g, '$1 '),
  (digits) => digits.replace(/(.{3})(?=.)/g, '$1-'),
  (digits) => digits.replace(/(.{6})(?=.)/g, '$1\u200b'),
  (digits) => digits.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
  (digits) => digits.replace(/\d/g, (d) => '〇一二三四五六七八九'.charAt(Number(d))),
  (digits) => digits.toLowerCase(),
]

test('a number with its check is found wherever it stands and however it is written', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        idNumber.map((number) => ['id-number', number] as const),
        mobile.map((number) => ['phone', number] as const),
      ),
      fc.constantFrom(...disguises),
      plain,
      plain,
      ([kind, number], disguise, before, after) => {
        const written = disguise(number)
        const text = `${before}${written}${after}`
        const [hit] = findPersonal(text)
        assert.equal(hit?.kind, kind)
        assert.equal(text.slice(hit?.at, (hit?.at ?? 0) + (hit?.length ?? 0)), written)
        assert.equal(signOf(text, hit!), `${kind} ${number}`)
      },
    ),
  )
})

const around = fc
  .array(fc.constantFrom(...'一二三四五六七八九十〇零百第的人在直后月日，。（）《》、'), {
    maxLength: 12,
  })
  .map((signs) => signs.join(''))
/** One to three breaks inside a number, each of something that people put there. */
const parted = (number: string) =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: number.length - 1 }), { maxLength: 3 }),
      fc.constantFrom(' ', '  ', '-', '——', '.', '·', '\u3000', '\u2060', '/', '－', '*', '**'),
    )
    .map(([places, between]) =>
      [...number].map((digit, at) => (places.includes(at) ? between : '') + digit).join(''),
    )

test('a number is found amid numerals, whatever parts its digits', () => {
  fc.assert(
    fc.property(
      fc
        .oneof(
          idNumber.map((number) => ['id-number', number] as const),
          mobile.map((number) => ['phone', number] as const),
        )
        .chain(([kind, number]) =>
          parted(number).map((written) => [kind, number, written] as const),
        ),
      around,
      around,
      ([kind, number, written], before, after) => {
        const text = `${before}${written}${after}`
        const signs = findPersonal(text).map((hit) => signOf(text, hit))
        assert.ok(signs.includes(`${kind} ${number}`), text)
      },
    ),
    { numRuns: 2000 },
  )
})

test('a number whose check is wrong is no citizen number', () => {
  fc.assert(
    fc.property(idNumber, fc.integer({ min: 1, max: 9 }), (number, shift) => {
      const wrong =
        number.slice(0, 17) +
        '0123456789X'.charAt(('0123456789X'.indexOf(number.charAt(17)) + shift) % 11)
      assert.ok(!kindsIn(wrong).includes('id-number'))
    }),
  )
})

test('each kind is found in a sentence as people write it', () => {
  const sentences: [string, string][] = [
    ['老证号 430502750308123 已经不用', 'id-number'],
    ['打 +86 138-0013-8000 找他', 'phone'],
    ['家里电话（0739）5321234', 'phone'],
    ['打到 6222 0210 0111 6245 702 上', 'bank-card'],
    ['湘E·12A45 停在消防通道', 'plate'],
    ['新能源车湘ED12345占道', 'plate'],
    ['住在幸福小区3号楼2单元501室', 'address'],
    ['住12栋1803号房', 'address'],
    ['杨柳村三组17号门前', 'address'],
    ['写信到 li.si@example.com.cn', 'email'],
  ]
  for (const [sentence, kind] of sentences) assert.deepEqual(kindsIn(sentence), [kind], sentence)
})

test('words known from a case are found in every spelling', () => {
  const names = ['阿不都热合曼·吐尔逊', '马超', '0571-87654321-802', '13800138000']
  const spellings = [
    '阿不都热合曼•吐尔逊',
    '阿不都热合曼．吐尔逊',
    '阿不都热合曼吐尔逊',
    '阿不都热合曼 吐尔逊',
    '马　超',
    '马\u200b超',
    '（马 · 超）',
    '回电8765-4321',
  ]
  for (const spelling of spellings) {
    assert.deepEqual(kindsIn(`经查，${spelling}一家反映属实`, names), ['name'], spelling)
  }
  assert.deepEqual(kindsIn('经查，李　四某反映属实', ['李四某']), ['name'])
  assert.deepEqual(kindsIn('姓李的人很多', ['李']), [])
  assert.deepEqual(kindsIn('马\n超，编号 187654321', names), [])
})

test('what a public text is full of is left alone', () => {
  const texts = [
    '《信访工作条例》第三十四条规定，自受理之日起60日内办结。',
    '文号：大政办发〔2026〕15号；金额 1234567.89 元；2026-11-22 09:30 发布',
    '拨打 12345 或者 12388，也可以到人民路 88 号',
    '受理编号 2026112200010001',
    '湘江新区、京津冀协同发展，第12号令，3号楼已完工',
  ]
  for (const text of texts) assert.deepEqual(kindsIn(text), [], text)
})

test('any text at all is read without fault, and hits lie inside it and apart', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      let end = 0
      for (const { at, length } of findPersonal(text)) {
        assert.ok(at >= end && length > 0)
        end = at + length
      }
      assert.ok(end <= text.length)
    }),
  )
})

test('an excerpt shows a little of both sides on one line', () => {
  const text = `${'前'.repeat(30)}\n13800138000${'后'.repeat(30)}`
  const [hit] = findPersonal(text)
  assert.equal(excerptOf(text, hit!), `…${'前'.repeat(11)} 13800138000${'后'.repeat(12)}…`)
})

test('a sign has the letters of a plate or mailbox as they are, those of a number as digits', () => {
  const signs = [
    ['手机13800138OOO', 'phone 13800138000'],
    ['写信到 li1@example.com', 'email LI1@EXAMPLECOM'],
    ['浙A·L1234 占道', 'plate 浙AL1234'],
  ] as const
  for (const [text, sign] of signs) {
    const [hit] = findPersonal(text)
    assert.equal(signOf(text, hit!), sign)
  }
})
