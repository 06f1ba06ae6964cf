import { readFileSync } from 'node:fs'
import { workdays, type Workdays } from '@portal/content/schema/entries/workdays'
import { workdaysFile } from '../../environment.ts'

/**
 * The tables of working days that came with the program.
 * @throws where the file is missing or not in order
 */
export function readWorkdays(): Workdays {
  return workdays.parse(JSON.parse(readFileSync(workdaysFile, 'utf8')))
}
