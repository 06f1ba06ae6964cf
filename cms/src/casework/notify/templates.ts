import type { CaseState } from '@portal/content/schema/petition/state'
import type { StepEvent } from '../../contracts/cases/desk-state.ts'
import type { Notification } from './port.ts'

/** All that a message may be made of. There is no field here for what the petitioner wrote. */
export type Facts = {
  id: string
  number: string
  state: CaseState
  /** What a step that left the state as it was is about; null where it moved the case. */
  event: StepEvent | null
  /** The last day of what this step sets running, `YYYY-MM-DD`; null where nothing runs. */
  lastDay: string | null
  /** The portal's home as citizens know it, without a trailing slash. */
  site: string
  office: { name: string; phone: string }
}

type Words = { step: string; short: string; until?: (day: string) => string }

const words: Record<CaseState, Words> = {
  received: { step: '已收到，待登记', short: '已收到', until: (day) => `最迟${day}登记转送` },
  registered: { step: '已登记', short: '已登记' },
  referred: {
    step: '已转送承办单位',
    short: '已转送',
    until: (day) => `最迟${day}告知是否受理`,
  },
  accepted: { step: '已受理，正在办理', short: '已受理', until: (day) => `最迟${day}办结` },
  declined: { step: '不予受理', short: '不予受理' },
  replied: { step: '已答复', short: '已答复', until: (day) => `如不服，最迟${day}申请复查` },
  reviewing: {
    step: '已收到复查申请，正在复查',
    short: '正在复查',
    until: (day) => `最迟${day}作出复查意见`,
  },
  reviewed: {
    step: '已作出复查意见',
    short: '已有复查意见',
    until: (day) => `如不服，最迟${day}申请复核`,
  },
  're-reviewing': {
    step: '已收到复核申请，正在复核',
    short: '正在复核',
    until: (day) => `最迟${day}作出复核意见`,
  },
  're-reviewed': { step: '已作出复核意见', short: '已有复核意见' },
  closed: { step: '已办结', short: '已办结' },
  withdrawn: { step: '已撤回', short: '已撤回' },
}

/** Of steps that leave the state as it was, those that are told in words of their own. */
const eventWords: Partial<Record<StepEvent, Words>> = {
  extended: {
    step: '办理期限延长',
    short: '延长办理期限',
    until: (day) => `最迟${day}办结`,
  },
  asked: { step: '请您补充情况', short: '请您补充情况' },
  corrected: { step: '有更正，请查看', short: '有更正' },
  reopened: { step: '信访部门重新办理', short: '重新办理' },
  'appeal-refused': { step: '您的申请没有启动复查、复核', short: '的申请未能启动' },
}

const wordsOf = ({ state, event }: Facts): Words => (event && eventWords[event]) ?? words[state]

/** UCS-2 units that fit into one SMS (3GPP TS 23.038); a longer one is cut and charged twice. */
const smsLength = 70

function write(day: string, withYear: boolean): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${withYear ? `${year}年` : ''}${month}月${date}日`
}

/** The step and its day always; then as much of where to look it up as there is room for. */
function writeSms(facts: Facts): string {
  const { number, lastDay, site, office } = facts
  const { short, until } = wordsOf(facts)
  const then = until && lastDay ? `，${until(write(lastDay, false))}` : ''
  const core = `信访${number}${short}${then}。`
  const home = site.replace(/^https?:\/\//, '')
  const track = `${home}/petition/track/`
  const { phone } = office
  const whole = [
    `查询${track}，${phone}`,
    `查询${home}，${phone}`,
    `查询${track}`,
    `查询${home}`,
    `查询${phone}`,
  ].find((rest) => core.length + rest.length <= smsLength)
  return core + (whole ?? '')
}

function writeMail(facts: Facts): string {
  const { number, lastDay, site, office } = facts
  const { step, until } = wordsOf(facts)
  const then = until && lastDay ? `${until(write(lastDay, true))}。` : ''
  return [
    '您好：',
    '',
    `您的信访事项（查询编号 ${number}）有新进展：${step}。${then}`,
    '',
    `查看详情：${site}/petition/track/`,
    '查看时需要查询编号和查询码。查询码只有您知道，工作人员不会向您索要。',
    '',
    `有疑问请致电 ${office.phone}。`,
    office.name,
    '',
    '这封邮件由系统发出，请不要回复。为保护隐私，邮件里没有信访内容。',
    '',
  ].join('\n')
}

/**
 * Writes what a petitioner is told of a step (arts. 21–23, 34–36): number, step, last day, where
 * to look it up, whom to ask. Made of `Facts` only, so nothing of the petition can be in it.
 */
export function compose(facts: Facts): Notification {
  const { step } = wordsOf(facts)
  return {
    id: facts.id,
    subject: `信访事项办理进展：${step}`,
    text: writeMail(facts),
    sms: writeSms(facts),
    parameters: {
      number: facts.number,
      step,
      // Providers refuse an empty parameter.
      day: facts.lastDay ? write(facts.lastDay, true) : '无',
    },
  }
}
