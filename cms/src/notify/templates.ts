import type { CaseState } from '@portal/content/schema/state'
import type { Message } from './port.ts'

/** All that a message may be made of. There is no field here for what the petitioner wrote. */
export type Facts = {
  id: string
  number: string
  state: CaseState
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
  closed: { step: '已办结', short: '已办结' },
}

/** UCS-2 units that fit into one SMS (3GPP TS 23.038); a longer one is cut and charged twice. */
const smsLength = 70

function write(day: string, withYear: boolean): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${withYear ? `${year}年` : ''}${month}月${date}日`
}

/** The step and its day always; then as much of where to look it up as there is room for. */
function writeSms({ number, state, lastDay, site, office }: Facts): string {
  const { short, until } = words[state]
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

function writeMail({ number, state, lastDay, site, office }: Facts): string {
  const { step, until } = words[state]
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
 * Writes what a petitioner is told of a step (arts. 21–23, 34, 35): number, step, last day, where
 * to look it up, whom to ask. Made of `Facts` only, so nothing of the petition can be in it.
 */
export function compose(facts: Facts): Message {
  const { step } = words[facts.state]
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
