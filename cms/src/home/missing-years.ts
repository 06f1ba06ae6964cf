import type { Workdays } from '@portal/content/schema/entries/workdays'

/** The State Council gives out next year's table by November; from this month on it is asked for. */
const askedFrom = 12

/** Years without a table of working days that deadlines of today reach into. */
export function missingYears(table: Workdays, today: string): string[] {
  const [year = '', month] = today.split('-')
  const next = Number(month) >= askedFrom ? [String(Number(year) + 1)] : []
  return [year, ...next].filter((each) => !(each in table))
}
