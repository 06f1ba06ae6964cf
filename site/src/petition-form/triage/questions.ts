import type { Verdict } from './verdicts.ts'

type Choice = { text: string; hint?: string; to: string }
export type Question = { text: string; hint?: string; choices: readonly Choice[] }

/** The question that is asked first. */
export const firstQuestion = 'start'

/** The questions, each by the name it has in its address. */
export const questions: Readonly<Record<string, Question>> = {
  start: {
    text: '您想说的是哪一种事？',
    choices: [
      { text: '现在有危险，或者有人正在违法犯罪', to: 'emergency' },
      { text: '请求解决我或者家里的困难、纠纷', to: 'court-case' },
      { text: '检举、控告单位或者人', hint: '违纪违法、失职、作风不好', to: 'accused' },
      { text: '提建议、提意见', hint: '对政策、工作和公共服务', to: 'suggestion' },
      { text: '路灯、停水、井盖、噪声这些身边小事', to: 'hotline' },
    ],
  },
  accused: {
    text: '您要检举、控告谁？',
    choices: [
      {
        text: '党员、干部或者其他公职人员',
        hint: '收钱办事、侵占公款、以权压人',
        to: 'discipline',
      },
      { text: '单位或者工作人员', hint: '推诿拖延、失职、态度恶劣', to: 'neglect' },
      {
        text: '企业、商户或者个人',
        hint: '卖过期食品、乱收费、违章建房、偷排污水',
        to: 'enforcement',
      },
    ],
  },
  'court-case': {
    text: '这件事到过法院、公安局吗？',
    choices: [
      { text: '没有到过', to: 'against' },
      { text: '法院正在审，或者正在执行', to: 'court-pending' },
      { text: '法院已经判了，我不服', to: 'judgment' },
      { text: '报过案，公安局不立案', to: 'no-case' },
    ],
  },
  against: {
    text: '您是同谁的事？',
    choices: [
      { text: '同工作单位、老板', hint: '工资、辞退、工伤、社会保险', to: 'work' },
      { text: '同政府部门、乡镇街道', hint: '处罚、办证、补偿、救助、不管不办', to: 'decision' },
      { text: '同别的人、别的单位', hint: '借钱、合同、家庭、物业、买东西', to: 'others' },
      { text: '被偷、被骗、被打', to: 'police' },
      { text: '都不是，或者说不清', to: 'here' },
    ],
  },
  work: {
    text: '是工作上的哪一类事？',
    choices: [
      { text: '拖欠工资、工钱', to: 'wages' },
      { text: '辞退、补偿、加班费、工伤待遇', to: 'labour-arbitration' },
      { text: '社会保险、养老金', hint: '没有给缴、少发、停发', to: 'social-insurance' },
    ],
  },
  decision: {
    text: '政府部门给过您书面决定吗？',
    hint: '例如处罚决定书、不予许可决定书、征收补偿决定书。',
    choices: [
      { text: '给过，知道这个决定还不到 60 日', to: 'reconsideration' },
      { text: '给过，知道这个决定已经超过 60 日', to: 'late-decision' },
      { text: '没有书面决定，是拖着不办、没人管', to: 'not-handled' },
      { text: '是低保、临时救助、特困供养', to: 'subsistence' },
    ],
  },
  others: {
    text: '是哪一类事？',
    choices: [
      { text: '借钱不还、合同、婚姻、继承、邻里', to: 'court' },
      { text: '承包地的合同、流转、地界', to: 'farmland-arbitration' },
      { text: '小区物业、维修资金、停车', to: 'property' },
      { text: '买东西、预付卡、食品、价格', to: 'consumer' },
    ],
  },
}

/** The question that leads to a question or verdict; `null` for the first. */
export function questionBefore(name: string): string | null {
  const found = Object.entries(questions).find(([, { choices }]) =>
    choices.some(({ to }) => to === name),
  )
  return found ? found[0] : null
}

/** The path of a question or verdict below `/petition/where/`. */
export function wherePath(name: string): `/petition/where/${string}` {
  return name === firstQuestion ? '/petition/where/' : `/petition/where/${name}/`
}

/** The form, opened with what the verdict knows of the matter. */
export function formPath({ form }: Verdict): `/petition/${string}` | null {
  return form ? `/petition/?${new URLSearchParams(form)}` : null
}
