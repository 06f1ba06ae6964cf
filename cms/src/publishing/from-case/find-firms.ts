import type { NormalisedText } from '@portal/content/privacy/normalise'
import type { Span } from '@portal/content/privacy/spans'

const han = '\\u4e00-\\u9fff'
const estates = '(?:小区|花园|家园|公寓|新村|家属院|佳苑|嘉苑|雅苑|公馆|华府)+'
const firms =
  '(?:有限责任公司|股份有限公司|有限公司|分公司|公司|经营部|营业部|商行|商店|商铺|超市|便利店|饭店|餐馆|餐厅|饭馆|酒店|宾馆|旅馆|理发店|美发店|药店|诊所|门诊部|工作室|合作社|家庭农场|养殖场|培训班|培训学校|加工厂|汽修厂|砖厂|工程队|施工队)'

/** Words before a firm's or estate's name that are none of it, the last of them. */
const lead =
  /^.*(?:由|向|对|与|和|及|在|到|被|把|将|于|从|为|是|的|了|请|让|经|因|给|找|去|往|住|称|该|某|这家|一家|多家|几家|要求|责令|督促|反映|投诉|举报|查处|约谈|联系|通知|关于|属于|位于|拖欠|没有|有|等|其|所|以|并|就|按|据|会同|组织|协调|[市区县乡镇]|街道|社区|工地|项目)/

/** A word that says what kind of thing is meant, and no name: 物业公司, 老旧小区, 本公司. */
const general =
  /^(?:物业|建筑|施工|供水|供电|供热|供暖|燃气|自来水|公交|客运|运输|装修|装饰|开发|房地产|房产|保险|电力|环卫|保洁|劳务|总|分|子|母|本|贵|我|他们|你们|各|两|三|老旧|新建|居民|住宅|封闭|开放式|整个|全|安置|保障房|商品房|连锁|大|小|中|用工|用人|承包|开发商|建设|管理|服务|网约车|物流|快递|中介|培训|美容|健身|旅游|教育)*$/

/** Names that end in a word, without what stands before them in the sentence and without the office's own. */
function* namesEnding(
  { plain }: NormalisedText,
  ending: string,
  most: number,
  offices: readonly string[],
): Generator<Span> {
  const find = new RegExp(`[${han}A-Z0-9()]{2,${most}}?${ending}`, 'g')
  const end = new RegExp(`${ending}$`)
  for (const { 0: found, index } of plain.matchAll(find)) {
    const before = found.slice(0, end.exec(found)?.index)
    const skip = lead.exec(before)?.[0].length ?? 0
    const name = before.slice(skip)
    const whole = found.slice(skip)
    if (name.length < 2 || general.test(name)) continue
    if (offices.some((office) => office.includes(whole) || whole.includes(office))) continue
    yield { from: index + skip, to: index + found.length }
  }
}

/** Estates and courts by name, in which few live. */
export function findEstates(text: NormalisedText, offices: readonly string[]): Generator<Span> {
  return namesEnding(text, estates, 6, offices)
}

/** Firms and shops by name: many a one is one person's, and no program knows which. */
export function findFirms(text: NormalisedText, offices: readonly string[]): Generator<Span> {
  return namesEnding(text, firms, 24, offices)
}
