import { fullName } from '@portal/content/privacy/persons'
import type { NormalisedText } from '@portal/content/privacy/normalise'
import type { Span } from '@portal/content/privacy/spans'
import type { RemovalKind } from '../../contracts/papers/notice-draft.ts'

const han = '\\u4e00-\\u9fff'
const count = '(?:\\d{1,4}|[一二三四五六七八九十百]{1,4})'

const boundary = `(?=$|[^${han}]|和|与|及|等|的|说|称|表示|承诺|已|未|在|到|对|将|被|把|向|从|系|是|家)`

type Search = { removal: RemovalKind; find: RegExp }

/**
 * What leads closer than a community, in a village, an estate or a street; numbers by which a case is asked for;
 * people who are named with what they are. Read in the text with width and dashes made one.
 */
const searches: Search[] = [
  { removal: 'receipt', find: /(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?!\d)/g },
  {
    removal: 'name',
    find: new RegExp(
      `(?<=负责人|代表人|经理|老板|股东|工头|司机|驾驶员|医生|老师|校长|队长|组长|店长|摊主|房主|承包人|经营者|合伙人|联系人|证人|同事|亲属|亲戚|哥哥|弟弟|姐姐|妹妹)${fullName}${boundary}`,
      'g',
    ),
  },
  {
    removal: 'address',
    find: new RegExp(
      `(?:(?<=[村屯寨社区])|(?<![${han}]))?第?${count}(?:村民小组|居民小组|网格)`,
      'g',
    ),
  },
  {
    removal: 'address',
    find: new RegExp(
      `(?:[${han}]{2,6}?(?:小区|花园|家园|公寓|新村|家属院|宿舍|佳苑|嘉苑|雅苑|公馆|华府|名城|广场|大厦))?[ ,，]{0,2}(?:\\d{1,4}|[A-Z甲乙丙丁]|[一二三四五六七八九十]{1,3}) ?(?:号楼|号院|栋|幢|座)(?:[ ,，]{0,2}${count} ?单元)?(?:[ ,，]{0,2}\\d{1,4} ?(?:室|号|户|房))?`,
      'g',
    ),
  },
  {
    removal: 'address',
    find: new RegExp(`${count} ?单元(?:[ ,，]{0,2}\\d{1,4} ?(?:室|号|户|房))?`, 'g'),
  },
  {
    removal: 'address',
    find: new RegExp(
      `[${han}]{2,4}?(?:大道|路|街|巷|弄|胡同)${count}号(?:院|之\\d)?(?![线桥井地公文])`,
      'g',
    ),
  },
  { removal: 'address', find: /(?<![第\d])\d{1,4} ?室/g },
  {
    removal: 'address',
    find: new RegExp(`(?<=[村屯寨队社组])${count}(?:组|队)?\\d{0,4}号?(?<=[组队号])`, 'g'),
  },
]

/** Words of the sentence before a street or an estate. */
const inSentence = /^[^\d]{0,3}?(?:社区|街道|[镇乡村由与和在到被将于从为是往住])(?=..)/

/** Where in a text something stands that leads to a person, and what it is. */
export function* findNear({ plain }: NormalisedText): Generator<Span & { removal: RemovalKind }> {
  for (const { removal, find } of searches) {
    for (const { 0: found, index } of plain.matchAll(find)) {
      if (found.trim() === '') continue
      const skip = removal === 'address' ? (inSentence.exec(found)?.[0].length ?? 0) : 0
      yield { removal, from: index + skip, to: index + found.length }
    }
  }
}
