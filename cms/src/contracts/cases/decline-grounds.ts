/** A lawful reason for which a matter is not taken up, its article, and where it goes instead. */
type DeclineGround = { name: string; article: number; way: string }

/** 不予受理的情形 (arts. 19, 22, 23, 31, 36): there is no other. */
export const declineGrounds = {
  litigation: {
    name: '应当通过诉讼解决',
    article: 31,
    way: '请向有管辖权的人民法院提起诉讼。',
  },
  procuratorate: {
    name: '应当通过检察机关的刑事立案或者法律监督程序解决',
    article: 31,
    way: '请向有管辖权的人民检察院提出。',
  },
  police: {
    name: '应当通过公安机关的法律程序解决',
    article: 31,
    way: '请向有管辖权的公安机关提出。',
  },
  arbitration: {
    name: '应当通过仲裁解决',
    article: 31,
    way: '请向有管辖权的仲裁委员会申请仲裁。',
  },
  'party-appeal': {
    name: '可以通过党员申诉、申请复审等解决',
    article: 31,
    way: '请向有权受理申诉、复审的机关提出。',
  },
  administrative: {
    name: '可以通过行政复议、裁决、确认、许可、处罚等行政程序解决',
    article: 31,
    way: '请向有权的行政机关申请。行政复议一般自知道该行为之日起 60 日内申请。',
  },
  discipline: {
    name: '属于纪检监察机关受理的检举控告',
    article: 22,
    way: '请向有管理权限的纪检监察机关反映。',
  },
  'not-competent': {
    name: '不属于本机关、单位职权范围',
    article: 23,
    way: '请向有权处理的机关、单位提出。',
  },
  'under-way': {
    name: '同一事项已经受理或者正在办理，还在规定期限内',
    article: 19,
    way: '请等正在办理的机关、单位答复；对答复不服的，可以申请复查。',
  },
  final: {
    name: '复核已经终结，仍以同一事实和理由提出',
    article: 36,
    way: '有新的事实和理由的，可以重新提出。',
  },
} as const satisfies Record<string, DeclineGround>
export type DeclineGroundCode = keyof typeof declineGrounds
