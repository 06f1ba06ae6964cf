import { queryCodeAlphabet } from '@portal/content/schema/mailbox/query-code'
import { readSigns } from '../access/query-code.ts'

/** 接着写的码 has 16 signs of the query code's alphabet: 74 bits, enough without a slow hash. */
export const resumeCodePlaces = 16

/** The code as typed by a person, in the form it was made; `null` where it cannot be one. */
export function parseResumeCode(typed: string): string | null {
  const code = readSigns(typed)
  const sound =
    code.length === resumeCodePlaces &&
    Array.from(code).every((sign) => queryCodeAlphabet.includes(sign))
  return sound ? code : null
}

/** `XXXX·XXXX·XXXX·XXXX`: four groups and dots, so that nobody takes it for a query code. */
export function formatResumeCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1·')
}

/** A draft is kept so many days after it was last saved. */
export const draftDays = 30
