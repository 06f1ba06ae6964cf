/** Where a telephone number stands in a text: from its first character to behind its last. */
export type PhonePlace = { from: number; to: number }

/** Emergency numbers, the State's service numbers 12[1-3]xx, 96110; 400 and 800; landlines with area code; mobiles. */
const shape =
  /11[09]|12[02](?!\d)|12[1-3]\d\d|96110|[48]00-?\d{3}-?\d{4}|0\d{2,3}[-－]\d{7,8}|1[3-9]\d{9}/g
const emergency = /^1(?:1[09]|2[02])$/
/** A number goes on, or is part of a name, an amount or a date. */
const partBefore = /[\d０-９A-Za-z第№#$¥￥×+±<>=_@%\-－–—~～.〔〕/\\]$|\d[,，:：] ?$/
const partAfter = /^(?:[\d０-９A-Za-z%‰℃°×+=_@〔〕\\]|[-－–—~～.,:：/] ?[\dA-Za-z])/
/** What is counted or measured, or named by its number. */
const counted =
  /^[ \u3000]*[余多来几]?[个十百千万亿]*(?:[元块角人户名位次条项件份篇号天日月年周时分秒米里平亩斤克吨度路字页款栋幢楼层室间倍家棵辆台套张只把根处岁季批组宗例期厘毫公]|小时|平方|立方|美元)/
const named =
  /(?:编号|文号|案号|单号|证号|卡号|账号|序号|代码|邮编|版本|证件|金额|合计|共计?|总计|花了?|付了?|收费|[件人户次页数价费]|用时|[（(](?:元|人|户|件|天|次|个)[）)])[：: 为是]*$/
/** The sentence says that it is to be called. */
const called =
  /(?:[拨打找]|打过|电话|热线|专线|手机|致电|呼叫|号码|联系|座机|总机|咨询|举报|投诉|报警|上|[与和或及跟]|或者|还有)[为是在：:（(“"'「《 \u3000]*$/
const danger =
  /[拨打]|电话|热线|报警|报案|违法|犯罪|偷|抢|骗|起火|着火|火灾|火警|被困|受伤|发病|急救|救护|危险|事故|车祸/
const service =
  /^[ \u3000]*(?:报警|报案|举报|咨询|热线|急救|火警|电话|平台|服务|投诉|求助|或|和|及|与|转|中国|便民|政务)/
const han = /^[ \u3000]*\p{Script=Han}/u

/**
 * The telephone numbers in a text that is read in China: those that the words around show to be
 * called. Years, amounts, articles and document numbers look alike; where the words do not tell,
 * a number is left alone.
 *
 * @param heading what stands over the text and says what it is, such as the head of a table's column
 */
export function phonesIn(text: string, heading = ''): PhonePlace[] {
  const places: PhonePlace[] = []
  for (const match of text.matchAll(shape)) {
    const from = match.index
    const to = from + match[0].length
    const before = heading ? `${heading}：${text.slice(0, from)}` : text.slice(0, from)
    const last = places.at(-1)
    const listed = last !== undefined && /^[、，,/／和或及与 ]+$/.test(text.slice(last.to, from))
    if (isCalled(match[0], before, text.slice(to), listed)) places.push({ from, to })
  }
  return places
}

/** A text cut at the numbers in it: what is between them, and every second one a number. */
export function cutAtPhones(text: string, places: readonly PhonePlace[]): string[] {
  const cuts = [0, ...places.flatMap(({ from, to }) => [from, to]), text.length]
  return cuts.slice(1).map((cut, at) => text.slice(cuts[at], cut))
}

/** @param listed whether it follows another telephone number */
function isCalled(number: string, before: string, after: string, listed: boolean): boolean {
  if (partAfter.test(after) || counted.test(after)) return false
  if (listed) return true
  if (partBefore.test(before) || named.test(before)) return false
  if (called.test(before)) return true
  if (number.length > 5) return true
  if (han.test(after) && !service.test(after)) return false
  const apart = !/\p{Script=Han}$/u.test(before.trimEnd())
  if (!emergency.test(number)) return apart
  const sentence = /[^。！？；\n]*$/.exec(before)?.[0] ?? ''
  return apart && (danger.test(sentence) || service.test(after))
}
