/** The bodies of a township, by the end of a unit's name. */
export const townBodies =
  /^(?:[\p{Script=Han}]{0,4}?[区县市])?(?<base>[\p{Script=Han}]{2,6}?)(?<kind>街道办事处|街道|镇人民政府|乡人民政府|镇政府|乡政府|镇|乡)$/u

/** What follows a place that is only where something is: a house, a road, those who live there. */
const where =
  '(?:[\\p{Script=Han}\\d]{0,4}?(?:村(?!委|支|干|主任|书记|长)|组|号|路|街(?!道|办)|巷|弄|小区|苑|园|中学|小学|学校|幼儿园|医院|卫生院|市场|大桥|河|水库|超市|公司|厂|店|楼|幢|栋|单元|广场|工地|门口|附近|旁|内|里|上|境内|辖区|居民|村民|业主|群众|住户|租户|老人|人(?!民|大)))'

/** Who speaks for a place: with one of these behind it, a place is an office. */
const people =
  '(?:党政办|党工委|党委|政府|人大|办事处|街道办|干部|领导|书记|主任|镇长|乡长|工作人员|人员|综治办|综合执法|执法队|城管|民政办|社保所|司法所|信访办|派出所|财政所|国土所|农经站|卫生办)'

/** How a township is named by its own name; undefined where the unit is none. */
export function townPattern(name: string): string | undefined {
  const { base, kind = '' } = townBodies.exec(name)?.groups ?? {}
  if (!base) return undefined
  const short = kind.startsWith('街道') ? '街道|街' : kind.slice(0, 1)
  const lives = '(?<!住在?|位于|家在|来自|坐落于?|我是|本人是|系)'
  return [
    `${base}(?:街道办事处|街道办|街办|办事处|镇政府|乡政府|镇党委|乡党委|镇人民政府|乡人民政府)`,
    `${base}(?:${short})?${people}`,
    `${lives}${base}(?:${short})(?!${where})`,
  ].join('|')
}

/** What a village or community does that a place cannot do. */
const acts =
  '(?:两委|居委|村委|委员会|党支部|党总支|党委|支部|支书|书记|主任|会计|出纳|干部|工作人员|网格员|服务中心|服务站|警务室|民警|居委会|村委会|合作社|村长|组长|负责人|领导|人员)'
const doing =
  '(?:把|将|让|逼|强|收|罚|打|骂|吞|私|贪|截|克扣|挪|拖|欠|拒|推|不(?!亮|通|平)|乱|瞒|虚|套|卖|拆|占|以|违|说|要求|答应|承诺|开会|一直不|迟迟不|没有给|没给|从来)'

/** How a village or community is named as an office; undefined where its name is too common to look for. */
export function communityPattern(name: string): RegExp | undefined {
  const base = name.replace(/(?:社区|村|居委会|村委会)$/u, '')
  if ([...base].length < 2 || base === name) return undefined
  const tier = name.slice(base.length)
  const complained = '(?<=投诉|举报|控告|检举|反映|状告|告|被|找|问|去|到)'
  return new RegExp(
    [
      `${base}${tier}${acts}`,
      `${base}(?:居委|村委|居民委|村民委|村支书|村支部|村书记|村主任|村长|村会计)`,
      `${base}${tier}${doing}`,
      `${complained}${base}${tier}(?=$|[，。；！？、,;!?:：的])`,
    ].join('|'),
    'gu',
  )
}

/** Bodies of a township, village or community that stand without a name of their own. */
export const nearBodies =
  /(?:街道办事处|街道办|街办|街道(?=干部|书记|主任|领导|工作人员|综治|综合执法|城管|政府|拆|强|收|不给|不让|不管|推|拖)|(?<!主任)办事处|(?<![城乡])镇政府|乡政府|镇党委|乡党委|镇里(?=干部|领导|的人|不|把|让)|乡里(?=干部|领导|的人|不|把|让)|镇长|乡长|镇干部|乡干部|乡镇干部|镇领导|乡领导|镇书记|乡书记|驻村干部|包村干部|包片干部|村委会|村委|村两委|村支书|村支部|村书记|村主任|村长|村会计|村干部|村组干部|村里(?=干部|把|不给|不让|收|扣|私)|居委会|居委|社区(?=书记|主任|干部|工作人员|网格员|居委|两委|党委|党支部|人员|的人|负责人|不给|不让|收|乱|强|把|拒)|网格员|网格长)/gu
