import { attachedNames } from '../../contracts/papers/attached-names.ts'
import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { daysBetween, shanghaiDay } from '@portal/content/calendar/day'
import { longDay } from '@portal/content/calendar/wording'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import { declineGrounds } from '../../contracts/cases/decline-grounds.ts'
import type { PaperWord } from '../../contracts/papers/papers.ts'
import type { BodyOf, CaseEvent, EventBody } from '../events/event.ts'
import type { CaseFile } from '../rules/case/case-file.ts'
import { wordsOf } from '../rules/clocks/clock-labels.ts'
import { projectCase } from '../rules/case/project-case.ts'
import { addressedName } from '../rules/petitioner/petitioner-name.ts'
import { leadOf } from '../rules/case/referral.ts'
import { runningClocks } from '../rules/clocks/running-clocks.ts'
import type { ClockName } from '../rules/clocks/clock.ts'
import { paperNumber } from '../events/paper-events.ts'

export type PaperWords = Record<PaperWord, string>

/** The last day of a clock, and what is to be checked where it is not certain. */
function lastDay(file: CaseFile, clock: ClockName, table: Workdays, unit?: string): string {
  const running = runningClocks(file, table).findLast(
    (one) => one.clock === clock && (unit === undefined || (one.unit?.id ?? unit) === unit),
  )
  if (!running) return ''
  return running.certain
    ? longDay(running.lastDay)
    : `${longDay(running.lastDay)}（工作日表未公布，请核对）`
}

/** By when what is to be done, as the law counts it, or the bureau has asked. */
function termOf(
  paper: BodyOf<'paper-issued'>,
  about: EventBody | undefined,
  file: CaseFile,
  table: Workdays,
): string {
  switch (paper.paper) {
    case 'receipt':
      return `信访部门自收到之日起 15 日内转送或者交办，最后一天是${lastDay(file, 'register', table)}（《信访工作条例》第二十二条）`
    case 'acceptance': {
      const last = lastDay(file, 'handle', table)
      return last
        ? `自受理之日起 60 日内办结，最后一天是${last}；情况复杂的，经批准可以延长一次，不超过 30 日，并告知理由（《信访工作条例》第三十四条）`
        : '按照有关规定办理，并将结果告知您'
    }
    case 'transfer': {
      const inform = lastDay(file, 'inform', table, paper.unit?.id)
      const given = file.referrals.findLast(({ unit }) => unit.id === paper.unit?.id)
      const report = given?.dueOn ? `请于${longDay(given.dueOn)}前反馈办理结果。` : ''
      return `请自收到之日起 15 日内书面告知信访人是否受理，最后一天是${inform}；认为不属于本单位职责的，自收到之日起 5 个工作日内提出异议（《信访工作条例》第二十三条）。${report}`
    }
    case 'reminder':
    case 'supervision': {
      const by = about?.kind === 'supervised' ? `于${longDay(about.dueOn)}以前` : ''
      return `请${by}书面反馈办理情况${paper.paper === 'supervision' ? '和未按期办结的原因' : ''}。`
    }
    case 'extension':
      return `延长后的办理期限，最后一天是${lastDay(file, 'handle', table)}（《信访工作条例》第三十四条）`
    default:
      return ''
  }
}

/** How the petitioner may go on, and until when (arts. 35, 36). The day counts from delivery. */
function rightsOf(paper: BodyOf<'paper-issued'>, file: CaseFile, table: Workdays): string {
  if (paper.paper === 'opinion') {
    return `不服本处理意见的，可以自收到本意见书之日起 30 日内，向原办理机关、单位的上一级机关、单位请求复查；按在网上送达的日期计算，最后一天是${lastDay(file, 'review', table)}（《信访工作条例》第三十五条）。`
  }
  if (paper.paper === 'review') {
    return `不服本复查意见的，可以自收到本意见书之日起 30 日内，向复查机关、单位的上一级机关、单位请求复核；按在网上送达的日期计算，最后一天是${lastDay(file, 're-review', table)}（《信访工作条例》第三十六条）。`
  }
  if (paper.paper === 're-review') {
    return '对本复核意见不服，仍然以同一事实和理由提出投诉请求的，各级信访部门和其他机关、单位不再受理（《信访工作条例》第三十六条）。'
  }
  return ''
}

/** How the clocks of a unit stand on the day of a letter. */
function standing(
  unit: string | undefined,
  file: CaseFile,
  table: Workdays,
  today: string,
): string {
  const lead = leadOf(file.referrals)?.unit.id === unit
  return runningClocks(file, table)
    .filter(
      ({ clock, doneOn }) => doneOn === null && ['inform', 'handle', 'report'].includes(clock),
    )
    .filter((one) => (one.unit ? one.unit.id === unit : lead))
    .map((one) => {
      const words = wordsOf(one, today, table)
      return `${words.name}（条例第 ${words.article} 条）：${words.until}`
    })
    .join('；')
}

type Answer = { text: string; files?: { name: string }[] }

const opinions: Record<string, (file: CaseFile) => Answer | null | undefined> = {
  opinion: ({ reply }) => reply,
  review: (file) => file.opinions.findLast(({ level }) => level === 'review'),
  're-review': (file) => file.opinions.findLast(({ level }) => level === 're-review'),
}

/** An opinion as paper has it: after its words the names of what goes with it (GB/T 9704, 附件说明). */
function opinionText(answer: Answer | null | undefined): string {
  if (!answer) return ''
  const { text, files = [] } = answer
  return files.length > 0 ? `${text}\n\n${attachedNames(files)}` : text
}

/** Who signs: a unit what it tells the petitioner, the body of an appeal its opinion, the bureau all else. */
function signatureOf(paper: BodyOf<'paper-issued'>, file: CaseFile, office: string): string {
  if (paper.paper === 'review' || paper.paper === 're-review') {
    return file.opinions.findLast(({ level }) => level === paper.paper)?.body ?? ''
  }
  const ofUnit = ['acceptance', 'decline', 'extension', 'opinion'].includes(paper.paper)
  return (ofUnit ? paper.unit?.name : null) || office
}

/** Why what a paper tells of was decided; of an extension, why it was asked for. */
function reasonOf(about: EventBody | undefined, events: readonly CaseEvent[], of: number): string {
  switch (about?.kind) {
    case 'declined':
    case 'supervised':
      return about.reason
    case 'extension-answered': {
      const asked = events.findLast(
        ({ sequence, body }) => sequence < of && body.kind === 'extension-asked',
      )?.body
      return asked?.kind === 'extension-asked' ? asked.reason : about.reason
    }
    default:
      // A letter of before letters had a reason of their own.
      return '见上述期限情况。'
  }
}

/**
 * What stands on a paper: the case as it was when the paper got its number, so that it reads the same whenever it is
 * printed again.
 * @param events of the case, whole
 * @param id the event by which the paper was made
 * @param office what the bureau is called
 */
export function wordsOfPaper(
  events: readonly CaseEvent[],
  id: number,
  office: string,
  table: Workdays,
): PaperWords | null {
  const issued = events.find(({ sequence }) => sequence === id)
  if (issued?.body.kind !== 'paper-issued') return null
  const paper = issued.body
  const file = projectCase(events.filter(({ sequence }) => sequence <= id))
  const about = events.find(({ sequence }) => sequence === paper.of)?.body
  const today = shanghaiDay(issued.at)
  const ground = about?.kind === 'declined' ? declineGrounds[about.ground] : null
  const reason = reasonOf(about, events, paper.of)
  return {
    文书编号: paperNumber(paper),
    信访人: addressedName(file.petitioner.petitionerName),
    查询编号: formatReceiptNumber(file.number),
    标题: file.title,
    收到日期: longDay(shanghaiDay(file.receivedAt)),
    诉求: file.request,
    承办单位: paper.unit?.name ?? file.unit ?? '',
    主送: paper.unit?.name ?? '',
    办理期限: termOf(paper, about, file, table),
    期限情况:
      standing(paper.unit?.id, file, table, today) ||
      `登记以来已经 ${daysBetween(shanghaiDay(file.receivedAt), today)} 天`,
    情形: ground ? `${ground.name}（《信访工作条例》第 ${ground.article} 条）` : '',
    理由: reason,
    去向: ground?.way ?? '',
    正文: opinionText(opinions[paper.paper]?.(file)),
    权利告知: rightsOf(paper, file, table),
    落款: signatureOf(paper, file, office),
    日期: longDay(today),
  }
}
