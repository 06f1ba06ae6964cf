import { reportLimits } from '@portal/content/schema/mailbox/report'
import type { Report } from '@portal/content/schema/mailbox/report'
import { countCharacters, line, prose } from '@portal/content/characters/typed-text'

/** An error report as typed, whatever it is. */
export type TypedReport = Report
export type ReportFaults = Partial<Record<keyof Report, string>>
type ParsedReport = { ok: true; report: Report } | { ok: false; faults: ReportFaults }

/** What each field is called on screen. */
export const reportLabels = { page: '哪个页面', text: '哪里不对', contact: '怎样联系您' } as const

/** Reads a report, or says of each field what to do. */
export function parseReport(typed: TypedReport): ParsedReport {
  const report = {
    page: line(typed.page),
    text: prose(typed.text),
    contact: line(typed.contact),
  }
  const faults: ReportFaults = {}
  for (const name of ['page', 'text', 'contact'] as const) {
    const excess = countCharacters(report[name]) - reportLimits[name]
    if (excess > 0) {
      faults[name] = `“${reportLabels[name]}”最多 ${reportLimits[name]} 个字，请删去 ${excess} 个字`
    }
  }
  if (report.text === '') faults.text = '请写明哪里不对'
  return Object.keys(faults).length === 0 ? { ok: true, report } : { ok: false, faults }
}
