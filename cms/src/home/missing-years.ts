import type { Workdays } from '@portal/content/schema/entries/workdays'

/** The State Council gives out next year's table by November. */
const givenOut = 11

/** Years without a table of working days that deadlines of today reach into. */
export function missingYears(table: Workdays, today: string): string[] {
  const [year = '', month] = today.split('-')
  const next = Number(month) >= givenOut ? [String(Number(year) + 1)] : []
  return [year, ...next].filter((each) => !(each in table))
}
