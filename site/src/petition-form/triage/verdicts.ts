import type { Category } from '@portal/content/schema/petition/category'
import type { Channel } from '@portal/content/schema/entries/guide'

/** Where a matter belongs. */
export type Verdict = {
  channel: Channel
  /** One sentence: who handles it. */
  text: string
  /** Why, and what to do first. */
  why: string
  /** What must not be missed: a telephone number, a time limit. */
  mind?: string
  /** Articles of the Petition Work Regulations that say so. */
  articles: readonly number[]
  /** The guide that tells more, by its slug; an office may have taken it out. */
  guide: string
  /** What published notices are shown; of a topic those alone that speak of one of the `words`, if there are. */
  alike: { topic: string; words?: readonly string[] } | { category: Category }
  /** What the form is opened with, where the matter may be filed here. */
  form?: { category: Category; topic?: string }
}

/** The ends, each by the name it has in its address. */
export const verdicts: Readonly<Record<string, Verdict>> = {
  emergency: {
    channel: 'police',
    text: '马上打电话，不要等网上答复',
    why: '网上信访最快也要几天才有答复，救不了急。先保证人安全，再说别的。',
    mind: '违法犯罪打 110，着火打 119，伤病打 120，交通事故打 122。',
    articles: [22, 31],
    guide: 'belongs-police',
    alike: { topic: 'law-order' },
  },
  police: {
    channel: 'police',
    text: '这件事归公安机关管，请去报案',
    why: '治安和刑事案件由公安机关依照法律程序办。到就近的派出所报案，口头说也可以。信访部门不能代替立案和侦查。',
    mind: '人还有危险，或者钱刚刚转出去，马上打 110。',
    articles: [22, 31],
    guide: 'belongs-police',
    alike: { topic: 'law-order' },
  },
  'no-case': {
    channel: 'procuratorate',
    text: '公安机关不立案，可以找人民检察院',
    why: '立案监督由检察机关依照法律程序办，信访部门不能代替。您也可以先向作出决定的公安机关申请复议。',
    mind: '不立案通知书上写着申请复议的期限，先看好日子。',
    articles: [28, 31],
    guide: 'belongs-procuratorate',
    alike: { topic: 'law-order' },
  },
  judgment: {
    channel: 'procuratorate',
    text: '不服生效判决，先向法院申请再审，再找检察院',
    why: '已经生效的判决、裁定，只有法院和检察院能依照法律程序改。信访部门收到这类信件，也只能转给政法机关。',
    mind: '判决还没有生效的，在上诉期限内上诉，期限写在判决书末尾。',
    articles: [22, 28, 31],
    guide: 'belongs-procuratorate',
    alike: { topic: 'law-order' },
  },
  'court-pending': {
    channel: 'court',
    text: '这件事在法院，由法院依法办',
    why: '正在审理、执行的案件，党政机关和信访部门都不能干预。案件进度和意见，请直接向办案的法官或者法院的诉讼服务中心提出。',
    mind: '法院诉讼服务热线 12368。',
    articles: [22, 31],
    guide: 'belongs-court',
    alike: { topic: 'law-order' },
  },
  court: {
    channel: 'court',
    text: '这是民事纠纷，可以先调解，不成就去法院',
    why: '人与人、单位与单位之间的权利义务，商量不成，由法院裁判。先请村、社区的人民调解委员会调解，不收费，往往更快。',
    mind: '向法院起诉有诉讼时效，一般是三年，不要拖。',
    articles: [31, 37],
    guide: 'belongs-court',
    alike: { topic: 'law-order' },
  },
  'farmland-arbitration': {
    channel: 'arbitration',
    text: '承包地的纠纷，可以申请仲裁',
    why: '先请村、乡镇调解；调解不成，向农村土地承包仲裁委员会申请仲裁，也可以直接向法院起诉。',
    articles: [31, 33],
    guide: 'belongs-farmland-arbitration',
    alike: { topic: 'rural-land' },
  },
  'labour-arbitration': {
    channel: 'arbitration',
    text: '这是劳动争议，先申请劳动仲裁',
    why: '辞退、补偿、加班费、工伤待遇的争议，要先由劳动人事争议仲裁委员会裁决，不服裁决才能起诉。仲裁不收费。',
    mind: '申请仲裁的时效一般是一年，从知道权利受到侵害那天起算。',
    articles: [31],
    guide: 'belongs-labour-arbitration',
    alike: { topic: 'labour', words: ['劳动关系', '劳动合同', '仲裁', '工资', '工伤'] },
  },
  reconsideration: {
    channel: 'reconsideration',
    text: '不服行政决定，先申请行政复议',
    why: '能够通过行政复议解决的，要走复议程序。复议不收费，错的决定可以撤销、变更，比信访更管用。',
    mind: '一般在知道决定之日起 60 日内申请。看好决定书上的日期，先办这件事。',
    articles: [31],
    guide: 'belongs-reconsideration',
    alike: { category: 'claim' },
  },
  'late-decision': {
    channel: 'court',
    text: '复议期限可能已经过了，看看能不能向法院起诉',
    why: '决定书没有写明复议、起诉的期限，或者因为不可抗力耽误了，期限可以另算。拿着决定书，到区司法局或者法院的诉讼服务中心问清楚。',
    mind: '直接起诉，一般在知道决定之日起 6 个月内。',
    articles: [31],
    guide: 'belongs-reconsideration',
    alike: { category: 'claim' },
  },
  discipline: {
    channel: 'discipline',
    text: '党员、干部和公职人员违纪违法，归纪检监察机关管',
    why: '纪检监察机关按管理权限依规依纪依法处理。向信访部门提出的，也会转给纪检监察机关。检举控告的材料，任何人不得透露给被检举控告的人或者单位。',
    mind: '举报电话 12388。',
    articles: [22, 30],
    guide: 'belongs-discipline',
    alike: { category: 'accusation' },
  },
  hotline: {
    channel: 'hotline',
    text: '身边的小事，打 12345 最快',
    why: '路灯、停水、井盖、噪声，热线会直接派到管的单位，往往当天就有人来。反映过了没有人管的，再到这里来提。',
    mind: '有危险的，先打 110、119、120。',
    articles: [17, 22],
    guide: 'belongs-hotline',
    alike: { topic: 'transport' },
    form: { category: 'claim' },
  },
  wages: {
    channel: 'petition',
    text: '拖欠工资，可以在这里提，也可以直接投诉',
    why: '由人力资源和社会保障部门的劳动保障监察管。在这里提的，我们登记后转给它。您直接向劳动保障监察投诉，会更快。',
    mind: '劳动保障监察电话 12333。',
    articles: [22, 31],
    guide: 'belongs-wages',
    alike: { topic: 'labour', words: ['工资', '工钱', '薪'] },
    form: { category: 'claim', topic: 'labour' },
  },
  'social-insurance': {
    channel: 'petition',
    text: '社会保险的事，可以在这里提',
    why: '我们登记后，转给人力资源和社会保障、医疗保障等有权处理的部门，由它书面答复您。',
    mind: '对书面的认定、处理决定不服的，一般在 60 日内申请行政复议。',
    articles: [22, 31],
    guide: 'before-you-file',
    alike: { topic: 'labour', words: ['社会保险', '社保', '养老', '医保', '工伤'] },
    form: { category: 'claim', topic: 'labour' },
  },
  subsistence: {
    channel: 'petition',
    text: '低保、救助，先到乡镇、街道申请；没有人管再来提',
    why: '申请由户籍所在地的乡镇、街道受理，不批要书面告诉您理由。不给受理、拖着不办的，可以在这里提。',
    mind: '收到不批的书面决定，不服的可以在 60 日内申请行政复议。',
    articles: [31, 37],
    guide: 'belongs-subsistence',
    alike: { topic: 'civil-affairs', words: ['低保', '救助', '补助', '特困'] },
    form: { category: 'claim', topic: 'civil-affairs' },
  },
  'not-handled': {
    channel: 'petition',
    text: '部门拖着不办、没人管，可以在这里提',
    why: '请求查处违法行为、履行保护职责的，有权处理的机关应当依法履行或者答复。我们登记后转给它，并看着期限。',
    articles: [22, 31],
    guide: 'before-you-file',
    alike: { category: 'claim' },
    form: { category: 'claim' },
  },
  property: {
    channel: 'petition',
    text: '物业的事，先找物业和业委会，没有结果可以在这里提',
    why: '街道、社区和住建部门管物业服务的监督，我们登记后转给它们。合同上的争议，由法院或者仲裁解决。',
    articles: [22, 31],
    guide: 'belongs-property',
    alike: { topic: 'property' },
    form: { category: 'claim', topic: 'property' },
  },
  consumer: {
    channel: 'petition',
    text: '买东西的事，先投诉；没有人管，可以在这里提',
    why: '由市场监管部门管。直接打 12315 投诉最快；投诉以后没有答复的，在这里提，我们登记后转给它。',
    articles: [22, 31],
    guide: 'before-you-file',
    alike: { topic: 'market' },
    form: { category: 'claim', topic: 'market' },
  },
  neglect: {
    channel: 'petition',
    text: '单位和工作人员失职、作风不好，可以在这里提',
    why: '由有权处理的机关、单位办；查出违纪违法的，再转纪检监察机关。您的材料不会透露给被检举控告的人或者单位。',
    articles: [22, 30],
    guide: 'belongs-discipline',
    alike: { category: 'accusation' },
    form: { category: 'accusation' },
  },
  enforcement: {
    channel: 'petition',
    text: '请求查处违法行为，可以在这里提',
    why: '查处违法行为由有权的行政机关依法履行职责、给您答复。我们登记后转给它。知道是哪个部门管的，直接向它举报更快。',
    mind: '市场监管打 12315，别的打 12345。',
    articles: [22, 31],
    guide: 'belongs-hotline',
    alike: { topic: 'market' },
    form: { category: 'claim' },
  },
  suggestion: {
    channel: 'petition',
    text: '提建议，可以在这里提',
    why: '有权处理的机关、单位会认真研究，合理可行的予以采纳，并给您回复。',
    articles: [17, 29],
    guide: 'belongs-suggestions',
    alike: { category: 'suggestion' },
    form: { category: 'suggestion' },
  },
  here: {
    channel: 'petition',
    text: '可以在这里提，由我们替您分清归谁管',
    why: '我们 15 日内登记并转给有权处理的机关、单位。应当走诉讼、仲裁、复议的，会告诉您向谁提出。',
    articles: [22, 31],
    guide: 'what-petitioning-is',
    alike: { category: 'claim' },
    form: { category: 'claim' },
  },
}
