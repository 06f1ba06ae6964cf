import { hanDigits } from '../characters/numerals.ts'

/** Common surnames; left out is what is also a small word, such as 于, 成, 和, 应. */
export const surnames =
  '王李张刘陈杨黄赵吴周徐孙高金方任白万马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭肖萧田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范石廖贾夏韦付傅邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤温康施文牛樊葛邢齐伍庞颜倪庄聂章鲁岳翟殷詹申欧耿焦左柳甘祝宁符舒阮柯纪梅童凌毕季裴霍涂苗谷盛曲翁冉骆蓝路游辛靳柴蒙鲍华喻祁蒲房滕屈饶牟艾尤阳穆农司卓古吉缪简车芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟臧闵苟邬卞姬仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩佘池麻苑迟邝封谈匡鞠惠荆冀郁胥储'
export const doubleSurnames = '欧阳|司马|上官|诸葛|司徒|皇甫|尉迟|慕容|令狐|端木|公孙|东方'

/** Who is spoken of in petitions and answers; officials are not among them. */
const cue =
  '(?:信访人|反映人|申请人|申诉人|当事人|举报人|投诉人|来访人|来信人|来电人|被举报人|被反映人|报案人|求助人|居民|村民|(?<!企)业主|户主|住户|租户|市民|网民|职工|工人|农民工|患者|家长|学生|姓名|名叫|受害人|受伤者|死者|伤者|房东|店主|邻居|包工头|[其之](?:子|女|父|母|妻|夫|兄|弟|姐|妹)|妻子|丈夫|儿子|(?<!妇)女儿|父亲|母亲|老伴|女婿|儿媳|孙子|孙女)'
const said =
  '(?:来电|来信|来访|多次|再次|实名|书面)?(?:反映|来电|来信|来访|投诉|举报|信访|求助|报案)'
const title =
  '女士|先生|小姐|阿姨|大爷|大妈|大娘|奶奶|爷爷|叔叔|伯伯|大叔|大哥|大姐|师傅|老人|同志|夫妇|夫妻'
const facts = `[,，、(（ ]{1,2}(?:男|女|[1-9]\\d岁|现年|汉族|身份证|住[在址所于:])`

/** What has the form of a full name. */
export const fullName = `(?:(?:${doubleSurnames})[\\u4e00-\\u9fff]{1,2}|[${surnames}][\\u4e00-\\u9fff]{1,2})`
const foreign = '[\\u4e00-\\u9fff]{2,8}\\.[\\u4e00-\\u9fff]{2,8}'
const end = `(?=$|[^\\u4e00-\\u9fff]|${said}|${title}|(?:要求|请求|提出|表示|认为|称|说|诉|一家|等|本人|家[的中里属]|的|在|与|已|被)(?!$))`

const called = new RegExp(`(?<=${cue}[:是为叫(“" ]{0,3})(?:${fullName}${end}|${foreign})`, 'g')
const patterns = [
  called,
  new RegExp(`(?<![\\u4e00-\\u9fff])${fullName}(?=${said})`, 'g'),
  new RegExp(
    `(?<![\\u4e00-\\u9fff])${fullName}(?=${facts}|(?:等[\\d${hanDigits}]+(?:人|名|户|位))|(?:${title}))`,
    'g',
  ),
]

/** 张某 and 李某某 name nobody, nor do a surname and a title; 卫健委 is an office. */
const veiled = new RegExp(
  `[某委局院厂部所会处办科站室宫馆岁年月日的]|^..?(?:${title})|^..?(?:女|先|小|阿|大|老|师|同|总|局|科|处|主)$`,
)
/** What surely stands after a name and not inside a word. */
const clear = new RegExp(`^(?:$|[^\\u4e00-\\u9fff]|${said}|${title}|要求|表示|称)`)
const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Whether a word of the language stands where the name would begin: 夏天, 高血压. */
function isWord(text: string, from: number, found: string, isCalled: boolean): boolean {
  if (found.includes('.')) return false
  const surname = new RegExp(`^(?:${doubleSurnames})`).exec(found)?.[0] ?? found.charAt(0)
  const [first] = words.segment(text.slice(from, from + 8))
  const length = first?.segment.length ?? 0
  // 赵国强 begins with the state of Zhao; after a word that tells of somebody it is a name all the same.
  return (
    length > surname.length &&
    !(isCalled && length < found.length && clear.test(text.slice(from + found.length)))
  )
}

/**
 * Finds what may be the full name of a person of whom the office knows nothing: after or before a word that tells of
 * somebody (信访人王建国, 王建国反映). No program knows names for sure: a person must say. Officials are named on
 * purpose, and a name that is a word too (江河) is passed over.
 * @param text normalised, numerals as words
 */
export function* findPersons(text: string): Generator<{ from: number; to: number }> {
  for (const pattern of patterns) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      if (veiled.test(found) || isWord(text, index, found, pattern === called)) continue
      yield { from: index, to: index + found.length }
    }
  }
}
