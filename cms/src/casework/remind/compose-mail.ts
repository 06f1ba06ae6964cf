import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { letterNames, tierNames } from '../../contracts/cases/deadlines.ts'
import type { Notification } from '../notify/port.ts'

/** What one line of a mail is about: the number of a case and its page, and nothing of the petition. */
export type Line = { caseId: string; number: string; words: string }

/** So many lines stand in a mail; where there are more, it says how many, and where they are. */
const mostShown = 20

/** What lines begin with, the most urgent first. */
const marks = [letterNames.supervision, letterNames.reminder, ...Object.values(tierNames).reverse()]
const markOf = ({ words }: Line) => /^【([^】]+)】/.exec(words)?.[1] ?? ''
const urgency = (line: Line) => {
  const place = marks.indexOf(markOf(line))
  return place < 0 ? marks.length : place
}

/** How many lines there are of each kind, in words. */
function countsOf(lines: readonly Line[]): string {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(markOf(line), (counts.get(markOf(line)) ?? 0) + 1)
  return [...counts].map(([mark, count]) => `${mark || '其他'} ${count} 项`).join('，')
}

/**
 * A mail to staff, of several cases: each with its page; of very many, as where a desk that was long not looked after
 * is started again, how many there are and the most urgent.
 * @param desk the desk's address as staff know it, with a slash at its end
 */
export function composeStaffMail(
  lines: readonly Line[],
  desk: string,
  office: string,
): Omit<Notification, 'id'> {
  const cases = new Set(lines.map(({ caseId }) => caseId)).size
  const sorted = lines.toSorted((a, b) => urgency(a) - urgency(b))
  const isDigest = lines.length > mostShown
  const shown = isDigest ? sorted.slice(0, mostShown) : lines
  const text = [
    isDigest
      ? `有 ${cases} 件办件要留意：${countsOf(sorted)}。先列出 ${mostShown} 项：`
      : '请留意下面的办件：',
    ...shown.map(
      ({ caseId, number, words }) =>
        `${words}\n编号 ${formatReceiptNumber(number)}\n${desk}desk/cases/${caseId}`,
    ),
    ...(isDigest
      ? [
          `其余 ${lines.length - mostShown} 项请在“办件”的“已超期”和“快到期”里看：\n${desk}desk?tab=late`,
        ]
      : []),
    '请登录管理后台办理。为了保密，邮件里不写信访人和信访内容。',
    office,
  ].join('\n\n')
  const subject = `办件期限提醒：${cases} 件`
  return { subject, text, sms: '', parameters: { number: '', step: '', day: '' } }
}
