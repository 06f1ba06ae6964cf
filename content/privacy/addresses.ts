import { after, before, words, type Candidate, type Pattern } from './pattern.ts'

/** What makes a number a count and no room. */
const counted =
  /^(?:余|多|来)?[户人套平米元万亿年个间名亩吨份件栋幢座米公万%‰层届岁天月日点期次项家批条]/
/** So many, in digits, or in words with tens and hundreds. */
const many = (most: number) => `[\\d十百]{1,${most}}`
const inhabited = /^户(?:居民|群众|人家|业主|住户|家庭|村民|农户|老旧)/
const building = ' ?(?:号楼|号院|栋|幢|座|#楼|#)'
const room = '[1-9]\\d{2,3}'
const dwelling =
  /(?:小区|花园|家园|公寓|新村|苑|城|府|湾|庭|邸|大厦|住宅楼?|宿舍|家属院|大院|住|址|[栋幢楼])[:：在是为 ]{0,2}$/

const whole = ({ found }: Candidate) => found.length
/** A number at the end is a room unless it counts something. */
function isRoom(candidate: Candidate): number {
  const rest = after(candidate, 5).trimStart()
  if (/(?:室|房|户|号)$/.test(candidate.found))
    return inhabited.test(`户${rest}`) ? 0 : whole(candidate)
  return counted.test(rest) || /^\d/.test(rest) ? 0 : whole(candidate)
}

export const addresses: readonly Pattern[] = [
  // A building and a room: enough to knock at somebody's door.
  words(
    'address',
    `(?<![\\dA-Z])(?:\\d{1,4}|[A-Z]\\d{0,2}|[甲乙丙丁东西南北中]) ?${building}[ ,，-]{0,2}(?:[甲乙丙丁东西]|[A-Z\\d]{1,2})[ ]?(?:单元|门|梯)[ ,，-]{0,2}(?:\\d{1,2} ?[楼层] ?)?\\d{1,4} ?(?:室|号房|号|房|户)?`,
    isRoom,
  ),
  words(
    'address',
    `(?<![\\dA-Z])(?:\\d{1,4}|[A-Z]\\d{0,2}|[甲乙丙丁东西南北中]) ?${building}[ ,，-]{0,2}第?(?:\\d{1,2} ?[楼层] ?)?${room} ?(?:室|号房|房|号(?!楼|院|地块|文))?`,
    isRoom,
  ),
  words(
    'address',
    `(?<![\\dA-Z])(?:\\d{1,4}|[A-Z]\\d{0,2}) ?${building} ?(?:\\d{1,2} ?[楼层] ?)?\\d{1,2}(?:室|号房)`,
  ),
  words(
    'address',
    `\\d{1,5}号[ ,，-]{0,2}(?:[东西南北中主副附]{1,2}楼|\\d{1,2}[楼层])?[ ,，-]{0,2}${room}(?:室|号房|房)`,
  ),
  // An entrance and a room.
  words(
    'address',
    `(?<![\\dA-Z])\\d{1,2} ?单元[ ,，-]{0,2}(?:\\d{1,2} ?[楼层] ?)?(?:${room} ?(?:室|号房|房|户|号)?|\\d{1,2} ?(?:室|号房|号(?!楼|地块)))`,
    isRoom,
  ),
  // Three numbers as they stand on a door: building, entrance, room.
  words(
    'address',
    '(?<![\\dA-Z.〔-])[1-9]\\d{0,2} ?-{1,2} ?[1-9]\\d? ?-{1,2} ?[1-9]\\d?(?:0[1-9]|[1-4]\\d)(?![\\dA-Z.-])',
    (candidate) => {
      const context = before(candidate, 10)
      if (dwelling.test(context)) return whole(candidate)
      if (/ |--/.test(candidate.found)) return 0
      const isDate = /-(?:19|20)\d\d$/.test(candidate.found)
      const isOther = /(?:第|表|图|式|附件|条|款|号|版|编号|型号|比分|GB|\/T)[ ]?$/.test(context)
      return isDate || isOther || counted.test(after(candidate, 2)) ? 0 : whole(candidate)
    },
  ),
  words(
    'address',
    `(?<=(?:小区|花园|家园|公寓|新村|苑|宿舍|家属院))[ ]?\\d{1,3}(?:[-#]|--)\\d{3,4}(?![\\d-])`,
    isRoom,
  ),
  // A house in a group of a village, or in a lane.
  words(
    'address',
    `[村屯寨社](?:第)?${many(4)}(?:村民小)?[组队社](?:第)?${many(6)}号(?!地块|井|桥|变压器|公告|文)`,
  ),
  words(
    'address',
    '(?<=[\\u4e00-\\u9fff]{2})(?<!第|十)\\d{1,3}组\\d{1,4}号(?=$|[\\s，。；、,.;)）”]|门|屋|院|房|家|的?住户)',
  ),
  words('address', `${many(5)}弄${many(5)}号(?!线|桥|井|地块)`),
  words(
    'address',
    '(?<=[\\u4e00-\\u9fff]{2}[村屯寨])\\d{1,4}号(?=$|[\\s，。；、,.;)）”]|门前?|屋|院|房前|家|的?住户)',
  ),
  // Called so: where somebody lives, up to the number of the house.
  words(
    'address',
    '(?<=(?:住址|家住|现住|居住在|居住于|住在|户籍地|户籍所在地|家庭地址|联系地址|身份证地址)[址为是在于:： ]{0,3})[^\\s，。；、,;:：]{2,30}?\\d{1,5}(?:号|弄|室|栋|幢|组)(?!地块|线|桥|井|公告|文|渠|坝|矿|厂)',
    (candidate) => (/^户/.test(after(candidate, 1)) ? 0 : whole(candidate)),
  ),
]
