/** A kind of department: by what its name is known, and what people call it and those who work there. */
type Family = { name: RegExp; called: string }

/** What makes an office of a field of work; staff are meant with the office. */
const office =
  '(?:局|委员会|委|部门|系统|办公室|办|所|站|处|科|股|中心|大厅|窗口|分局|支队|总队|大队|中队|执法|监察|人员|工作人员|干部|领导|负责人|主任|书记|助理|专干|主管部门|主管单位)'

/**
 * What departments of a district are called in everyday language. A field of work alone (教育, 交通)
 * names nobody; with an office or its people it does. Some words mean the office by themselves.
 */
export const families: Family[] = [
  {
    name: /城市管理|城管|综合执法|行政执法/,
    called: `(?<![县新老商])城管(?![网线廊片井]|道(?!歉)|理(?!局|部门|人员|执法|队|委))|(?<=[县新老商])城管(?=${office}|队|员|打|收|罚|把|来)|城市管理${office}|市容${office}|综合执法(?:${office}|队|员)|(?<!交通|监管|监督|环保|环境|生态|农业|卫生|劳动|文化|运政|路政|渔政|水政|税务|公安|司法|林业|保障|资源|规划|应急|消防|法院|派出所|民警|局的?|委的?|所的?)执法(?:局|大队|中队|支队|队|人员|员|的人|者)`,
  },
  {
    name: /公安/,
    called:
      '公安(?!大学|学院)|派出所|民警|辅警|警察|交警|刑警|特警|巡警|片警|户籍警|警务|警官|警员|出警|交管|车管所|经侦|治安大队',
  },
  {
    name: /人力资源|社会保障|人社|劳动/,
    called: `人社|人力资源(?:和社会保障)?${office}|(?:社保|社会保障|社会保险|劳动保障|劳动)${office}|劳动仲裁|就业(?:局|中心|服务中心)|职介中心`,
  },
  {
    name: /农业|农村/,
    called: `农业农村${office}|农业(?:综合)?${office}|农村局|农经站|农技站|农机${office}|畜牧${office}|经管站|种子站`,
  },
  {
    name: /自然资源|国土|规划/,
    called: `自然资源(?:和规划)?${office}|国土(?:资源)?${office}|规划(?:局|所|处|部门|分局|执法)|不动产登记|不动产中心|土地局|土管${office}|征地办|测绘院`,
  },
  {
    name: /住房|城乡建设|住建|房产/,
    called: `住建|住房(?:和城乡建设|保障)?${office}|房管${office}|房产${office}|建设局|建委|城建${office}|城乡建设${office}|房屋(?:安全|管理|征收)${office}|征收办|拆迁办|质监站|安监站|公租房(?:中心|管理)|物业科|物业管理科`,
  },
  {
    name: /卫生|卫健|疾控/,
    called: `卫健|卫计|卫生(?:健康|监督|计生|执法)?${office}|疾控`,
  },
  { name: /医疗保障|医保/, called: `医保${office}|医疗保障${office}` },
  {
    name: /教育|教体/,
    called: `教育(?:和体育|体育|行政)?${office}|教体${office}|教委|招生办|招办|教研室|教育督导`,
  },
  {
    name: /生态|环境|环保/,
    called: `环保(?:监察)?(?:${office}|员|执法)|生态环境(?:保护)?${office}|环境(?:保护|监察|监测|执法)?${office}|环监${office}`,
  },
  {
    name: /交通/,
    called: `交通(?:运输)?${office}|运管|运政|路政|公路(?:局|段|站|管理)|道路运输${office}|港航${office}|客管${office}`,
  },
  {
    name: /(?<!人)民政/,
    called: `(?<![居村农市公人移渔牧])民政${office}|婚姻登记(?:处|中心)|低保(?:办|中心|科|专干)|救助站|殡葬${office}`,
  },
  {
    name: /市场监督|市场监管|工商|质量技术/,
    called: `市监|市场监(?:管|督管理|督)(?!法)${office}|工商(?:行政管理|行政)?${office}|食药监|食药${office}|食品药品监督|药监|物价${office}|质监局|质量监督${office}|消保${office}`,
  },
  { name: /司法/, called: `司法${office}|公证处|法律援助(?:中心|处)|法援中心|社区矫正${office}` },
  { name: /退役军人/, called: `退役军人(?:事务|服务|保障)?${office}|双拥办` },
  {
    name: /水利|水务/,
    called: `水利${office}|水务${office}|河长办|水政|河道${office}|水库管理${office}`,
  },
  { name: /信访/, called: `信访${office}|接访(?:人员|干部)` },
  { name: /税务/, called: `税务${office}|国税|地税|税管员` },
  { name: /财政/, called: `财政${office}` },
  { name: /审计/, called: `审计${office}` },
  { name: /应急|安全生产/, called: `应急(?:管理)?${office}|安监${office}` },
  { name: /消防/, called: `消防(?:救援)?${office}|消防队` },
  {
    name: /文化|旅游|广电|体育/,
    called: `文旅${office}|文广${office}|文化(?:和旅游|市场|旅游)?${office}|旅游${office}|广电${office}|体育局`,
  },
  { name: /林业|园林|绿化/, called: `林业${office}|园林${office}|绿化${office}|林草${office}` },
  { name: /发展(?:和)?改革|发改/, called: `发改${office}|发展(?:和)?改革${office}|粮食局` },
  { name: /统计/, called: `统计${office}` },
  { name: /商务/, called: `商务${office}|招商局` },
  {
    name: /工业|信息化|科技|经信/,
    called: `工信${office}|经信${office}|科技${office}|科信${office}`,
  },
  { name: /行政审批|政务服务/, called: `审批局|政务(?:服务)?${office}|行政审批${office}` },
  { name: /残联|残疾人/, called: `残联|残疾人联合会` },
  { name: /妇联|妇女/, called: `妇联|妇女联合会` },
  { name: /法院/, called: '法院|法官|执行法官|审判长' },
  { name: /检察/, called: '检察院|检察官' },
  { name: /纪委|监委|纪检|监察委/, called: '纪委|监委|纪检' },
  { name: /征收|拆迁/, called: '征收办|拆迁办|征收(?:局|中心)|拆迁队' },
]
