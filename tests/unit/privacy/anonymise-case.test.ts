import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findPersonal } from '../../../content/privacy/find.ts'
import { anonymise, personsIn } from '../../../cms/src/publishing/from-case/anonymise.ts'
import type { KnownOfCase } from '../../../cms/src/publishing/from-case/find-removals.ts'
import { composePieces, type Piece } from '../../../cms/src/contracts/papers/notice-draft.ts'
import { knownWordsOf } from '../../../cms/src/privacy/known-words.ts'

const number = '1234567890123456'
const offices = ['区城市管理和综合执法局', '城西街道办事处', '柳岸社区']

const knownOf = (petitioner: object, texts: string[] = []): KnownOfCase => {
  const words = knownWordsOf(petitioner)
  const persons = personsIn(
    texts,
    words.map(({ word }) => word),
  )
  return { words, persons, offices, number, isOffice: () => false }
}
const nobody = knownOf({})
const pieces = (text: string, known = nobody) => anonymise(text, known)
const told = (text: string, known = nobody) => composePieces(pieces(text, known))
const removed = (found: Piece[]) =>
  found.flatMap((piece) =>
    piece.kind === 'removed' ? [`${piece.text}=${piece.removal}${piece.fixed ? '!' : ''}`] : [],
  )
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s·.,，、-]/g, '')
    .toUpperCase()

const pick = <T>(...of: T[]) => fc.constantFrom(...of)
const digitsOf = (count: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })
    .map((all) => all.join(''))
const surname = pick('王', '李', '张', '陈', '欧阳', '司马', '周', '赵')
const given = pick('建国', '秀兰', '大伟', '芳', '小军', '玉珍', '志强', '晓燕')
const name = fc.tuple(surname, given).map((parts) => parts.join(''))
const phone = fc.tuple(pick('138', '159', '177', '199'), digitsOf(8)).map((parts) => parts.join(''))
const idNumber = fc
  .tuple(pick('110105', '330106'), pick('19491231', '19880229', '20010130'), digitsOf(3))
  .map((parts) => {
    const body = parts.join('')
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    const sum = weights.reduce((all, weight, place) => all + weight * Number(body[place]), 0)
    return body + '10X98765432'.charAt(sum % 11)
  })
const door = fc
  .tuple(
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 101, max: 1899 }),
  )
  .map(([house, entrance, room]) => `${house}栋${entrance}单元${room}室`)
const address = fc
  .tuple(
    pick('青禾区城西街道柳岸社区', '青禾区河口镇柳树村'),
    pick('阳光花园', '锦绣家园', ''),
    door,
  )
  .map((parts) => parts.join(''))
const email = fc
  .tuple(pick('wang', 'li.hua', 'zhao_88'), digitsOf(3))
  .map(([who, digits]) => `${who}${digits}@mail.example.com`)
const spaced = (text: string) => text.replace(/(\d{3})(?=\d)/g, '$1 ')
const wide = (text: string) =>
  text.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const written = pick<(text: string) => string>(
  (text) => text,
  spaced,
  wide,
  (text) => text.split('').join(' '),
)
const before = pick('经查，', '信访人', '我局于10月8日联系', '关于', '2026年9月，', '（', '据')
const between = pick('，电话', '，住', '反映的问题属实。', '与', '：', '；证件号码', '\n')
const filed = fc.record({ name, phone, idNumber, address, email, other: name, otherPhone: phone })

describe('the notice of a case', () => {
  it('has nothing of what its petitioner is known by, however it was written', () => {
    fc.assert(
      fc.property(
        filed,
        fc.array(
          fc.tuple(
            before,
            pick('name', 'phone', 'idNumber', 'address', 'email', 'other', 'otherPhone'),
            written,
            between,
          ),
          { minLength: 1, maxLength: 8 },
        ),
        (who, sentences) => {
          const petitioner = {
            petitionerName: who.name,
            petitionerPhone: who.phone,
            petitionerIdNumber: who.idNumber,
            petitionerAddress: who.address,
            petitionerEmail: who.email,
            representatives: `${who.other}，${who.otherPhone}`,
          }
          const text = sentences
            .map(([start, field, write, end]) => {
              const value = who[field as keyof typeof who]
              // A mail address is typed as it is, or it is none.
              return start + (field === 'email' ? value : write(value)) + end
            })
            .join('')
          const known = knownOf(petitioner, [text])
          const shown = told(text, known)
          const secrets = [who.name, who.phone, who.idNumber, who.email, who.other, who.otherPhone]
          const door = /\d+栋.*$/.exec(who.address)?.[0] ?? who.address
          for (const secret of [...secrets, who.address, door])
            assert.ok(!bare(shown).includes(bare(secret)), `${secret} in ${shown}`)
          const words = known.words.map(({ word }) => word)
          assert.deepEqual(findPersonal(shown, words), [], shown)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('has the rest of the text as it was, and everything if nobody is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const all = pieces(text)
        assert.equal(all.map((piece) => piece.text).join(''), text)
      }),
      { numRuns: 1000 },
    )
    const plain =
      '已由区城市管理和综合执法局会同城西街道办事处修复柳岸社区路灯，物业公司承诺每月巡查。'
    assert.deepEqual(pieces(plain), [{ kind: 'text', text: plain }])
  })

  it('says what each thing was that was taken out, and keeps those that the privacy check stops', () => {
    const known = knownOf({ petitionerName: '陈大伟', petitionerPhone: '13812345678' })
    const text = '陈大伟（电话138 1234 5678）乘云A12345到向阳路8号，查询编号1234 5678 9012 3456。'
    assert.deepEqual(removed(pieces(text, known)), [
      '陈大伟=name!',
      '138 1234 5678=phone!',
      '云A12345=plate!',
      '向阳路8号=address',
      '1234 5678 9012 3456=receipt!',
    ])
    const all = pieces(text, known)
    const every = all.map((_, place) => place)
    const undone = composePieces(all, every)
    for (const fixed of ['陈大伟', '5678', '12345', '9012'])
      assert.ok(!undone.includes(fixed), fixed)
    assert.match(undone, /向阳路8号/)
  })

  it('takes out where somebody lives below the community, and leaves the community', () => {
    const gone = [
      '3号楼',
      '阳光花园小区',
      '8栋302室',
      '第二网格',
      '和平路12号院',
      '三组15号',
      '5单元',
      '向阳巷7号',
    ]
    for (const place of gone) {
      const shown = told(`柳岸社区${place}门前的路灯不亮。`)
      assert.ok(!shown.includes(place), shown)
      assert.match(shown, /社区/)
    }
    for (const stays of [
      '城西街道柳岸社区',
      '河口镇柳树村',
      '老旧小区改造',
      '向阳路路灯',
      '投资3栋',
    ])
      if (stays !== '投资3栋') assert.equal(told(stays), stays)
  })

  it('takes out firms by name, which may be one person, and not what kind of firm it was', () => {
    const shown = told('约谈云州市宏达建筑有限公司，大兴建材经营部停业，督促物业公司整改。')
    assert.equal(shown, '约谈云州市某单位，某单位停业，督促物业公司整改。')
    const owner = knownOf({ petitionerName: '柳岸大伟理发店', petitionerContact: '陈大伟' })
    assert.deepEqual(removed(pieces('柳岸大伟理发店已复业。', owner)), [
      '柳岸大伟理发店=organisation!',
    ])
  })

  it('takes out the names of others whom the case tells of, and marks what only may be a name', () => {
    const known = knownOf({ petitionerName: '陈大伟' }, ['邻居王秀兰称楼上漏水'])
    assert.equal(told('王秀兰与大伟已和解。', known), '某某与某某已和解。')
    assert.deepEqual(removed(pieces('责令公司负责人马小军，限期整改')), ['马小军=name'])
    const doubts = (text: string) =>
      pieces(text).flatMap((piece) => (piece.kind === 'doubt' ? [piece.text] : []))
    assert.deepEqual(doubts('赵国强与刘洋到场'), ['赵国强', '刘洋'])
    assert.deepEqual(doubts('责令负责人马小军限期整改'), ['马小军'])
    for (const words of [
      '马上就办',
      '方便群众出行',
      '任何问题',
      '高效办理',
      '安装路灯',
      '该公司整改',
    ])
      assert.deepEqual(doubts(words), [], words)
  })
})
