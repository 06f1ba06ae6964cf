/*
 * Invented notices in any number, the same each time: as long as real ones, with as many different words, in
 * the topics, regions and units of the bundled content.
 */

const subjects =
  '路灯 井盖 电梯 围墙 雨棚 水管 下水道 变压器 垃圾站 停车位 充电桩 消防栓 健身器材 绿化带 公交站牌 斑马线 减速带 化粪池 暖气管道 门禁 配电房 屋面防水 外墙保温 楼道灯 信报箱 凉亭 石凳 护栏 涵洞 灌溉渠 机耕路 晒谷场 村卫生室 老年食堂 托管班 校门口 操场 图书室 公厕 菜市场 活禽摊 早餐摊 广告牌 空调外机 油烟管道 施工围挡 塔吊 渣土车 搅拌站 洗车店 烧烤店 棋牌室 快递柜 通信基站 光缆 电线杆 水表 燃气表 热力站 蓄水池 河道 堤坝 排涝站 桥面'.split(
    ' ',
  )
const faults =
  '渗漏 积水 开裂 塌陷 断电 堵塞 噪声扰民 异味刺鼻 长期闲置 无人管理 占用通道 私自加价 迟迟不修 反复损坏 照明不足 存在隐患 没有公示 手续不全 收费不明 承诺未兑现 安装不规范 水压不足 信号中断 污水外溢 尘土飞扬 车辆乱停 犬只伤人 树木遮光 标志缺失 栏杆松动 台阶破损 排队过长 名单有误 补贴漏发 工资拖欠 押金不退 合同纠纷 面积不符 证件积压 档案遗失 报销延误 评定不公 名额争议 转学受阻 证明繁琐 预约困难 用药断供 护理缺位 救助中断 安置滞后'.split(
    ' ',
  )
const actors =
  '物业服务企业 社区居委会 村民委员会 施工单位 开发公司 供水企业 供电所 燃气公司 热力公司 公交公司 城市管理部门 市场监督管理所 生态环境部门 住房建设部门 人力资源部门 医疗保障部门 教育部门 交通运输部门 农业农村部门 自然资源部门 派出所 消防救援机构 街道办事处 乡镇人民政府 民政部门 卫生健康部门 业主委员会 劳务公司 培训机构 养老机构'.split(
    ' ',
  )
const measures =
  '现场勘查并拍照留存 约谈负责人 下达整改通知书 组织双方协商 调取合同和票据核对 邀请居民代表见证 委托检测机构复测 制定分步维修方案 落实专项资金 安排专人每周巡查 张贴公示三日 更换老化部件 清运堆放杂物 重新划定界线 补发所欠款项 退还多收费用 上门致歉并说明 建立台账逐户登记 协调错峰作业 加装隔音设施 增设警示标志 开通绿色通道 简化所需材料 纳入年度改造计划 移交有管辖权的机关 开展回访核实 公布监督电话所在栏目 组织专题培训 完善值班制度 约定完成时限'.split(
    ' ',
  )
const reasons =
  '设施使用年限较长 责任主体几经变更 保修期届满后维修资金未及时动用 雨季持续降水 前期宣传不够 双方对条款理解不一致 系统升级造成数据延迟 现场交通组织困难 材料到货推迟 个别工作人员解释不清 历史资料不完整 相邻地块同时施工 人流量超过设计能力 收费标准调整后未及时更新 分包层级较多 登记信息有误 规划红线交叉 住户意见不统一 设备供应商停产 管线产权分散'.split(
    ' ',
  )
const places =
  '东苑小区 西苑小区 南苑小区 北苑小区 槐荫里 柳林巷 桃花坞 石桥村 枣园村 梨树沟 上河湾 下河湾 新民街 建设路 和平里 团结巷 丰收村 望江亭 白塔寺街 青石板街 机械厂家属院 纺织厂家属院 棉麻公司宿舍 粮站旧院 师范附近 汽车站旁 人民医院北侧 体育场东门 农贸市场西侧 工业园二期'.split(
    ' ',
  )

export type Lists = { topics: string[]; regions: string[]; units: string[] }

/** Numbers that look random and are the same each time (mulberry32, Tommy Ettinger). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pad = (value: number) => String(value).padStart(2, '0')
const firstYear = 2017
const days = 3_590

/** The nth of `count` notices, spread over ten years; `count` itself is one published after all of them. */
export function noticeText(
  nth: number,
  count: number,
  lists: Lists,
): { slug: string; text: string } {
  const number = numbersFrom(nth + 1)
  const of = <T>(list: readonly T[]) => list[Math.floor(number() * list.length)] as T
  const day = (back: number) =>
    new Date(Date.UTC(firstYear, 0, 1 + Math.floor((nth / count) * days) - back))
      .toISOString()
      .slice(0, 10)
  const [subject, other, place] = [of(subjects), of(subjects), of(places)]
  const [fault, second, actor, unit] = [of(faults), of(faults), of(actors), of(actors)]
  const spent = 12 + Math.floor(number() * 45)
  const taken = (size: number) => Array.from({ length: size }, () => of(measures))
  const paragraph = () =>
    `经查，${place}${of(subjects)}${of(faults)}的情况属实，主要原因是${of(reasons)}，另有${of(reasons)}的因素。${of(actors)}会同${of(actors)}于当月${1 + Math.floor(number() * 27)}日${of(measures)}，随后${of(measures)}，共涉及${2 + Math.floor(number() * 80)}户、${3 + Math.floor(number() * 60)}处，${of(measures)}。对${of(subjects)}${of(faults)}一并处理，${of(actors)}已${of(measures)}。`
  const request = `信访人反映${place}的${subject}${fault}已经${2 + Math.floor(number() * 20)}个月，多次向${actor}反映后${second}的情况仍未改善，并且附近${other}也${of(faults)}，影响${of(subjects)}的正常使用。请求${of(measures)}，明确${unit}的责任，并答复${of(faults)}何时解决。`
  const facts = [
    `title: ${place}${subject}${fault}，${unit}${of(measures)}`,
    `summary: ${place}的${subject}${fault}，${of(measures)}，${of(measures)}。`,
    'source: 青禾区信访局',
    `publishedAt: ${day(0)}T${pad(8 + Math.floor(number() * 9))}:${pad(Math.floor(number() * 60))}:00+08:00`,
    'keywords:',
    ...[subject, fault, actor].map((word) => `  - ${word}`),
    'phrasings:',
    ...Array.from({ length: 8 }, () => `  - ${of(subjects)}${of(faults)}找谁`),
    'demonstration: true',
    'category: claim',
    `topic: ${of(lists.topics)}`,
    `region: ${of(lists.regions)}`,
    `unit: ${of(lists.units)}`,
    `outcome: ${of(['supported', 'explained', 'settled', 'redirected', 'rejected'])}`,
    `receivedOn: ${day(spent + 5)}`,
    `repliedOn: ${day(5)}`,
    `request: ${request}`,
    'basis:',
    '  - 《信访工作条例》第三十二条第一项',
    'articles:',
    `  - ${1 + Math.floor(number() * 50)}`,
    '  - 32',
  ]
  const body = [
    '## 调查情况',
    paragraph(),
    paragraph(),
    '## 处理意见',
    paragraph(),
    ...taken(3).map((measure) => `- ${of(actors)}负责${measure}，${of(reasons)}的问题同步解决；`),
    paragraph(),
    '不服本处理意见的，可以自收到书面答复之日起30日内请求复查。',
  ]
  const slug = `scale-${String(nth).padStart(6, '0')}`
  return { slug, text: `---\n${facts.join('\n')}\n---\n\n${body.join('\n\n')}\n` }
}
