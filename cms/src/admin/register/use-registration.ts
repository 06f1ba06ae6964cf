import { shanghaiMinute } from '@portal/content/calendar/wording'
import { newKey } from '@portal/content/characters/random-key'
import { useKeptFields } from '../saving/use-kept-fields'
import type { RegisterRequest } from '../../contracts/cases/registration.ts'

/** What is kept of the form: yes and no are left away where nobody has said yes. */
export type Kept = Omit<RegisterRequest, 'withheld' | 'isSettled' | 'receivedAt'> & {
  /** The time at which the form is read, until somebody writes another. */
  receivedAt?: string | undefined
  withheld?: boolean | undefined
  isSettled?: boolean | undefined
}

const empty: Kept = {
  key: '',
  channel: '',
  category: '',
  topic: '',
  region: '',
  title: '',
  request: '',
  facts: '',
  name: '',
  phone: '',
  address: '',
  people: '',
  representatives: [],
  notifyBy: '',
  email: '',
  scans: [],
  settled: '',
  repeatOf: '',
  repeatReason: '',
  slot: '',
}

/** What is typed into the form, kept in this tab until it is registered. */
export function useRegistration() {
  const { fields, change, keptAt, clear } = useKeptFields<Kept>('register', empty)
  return {
    fields: { ...fields, receivedAt: fields.receivedAt ?? shanghaiMinute(new Date()) },
    isWritten: fields.key !== '',
    /** The key of this form, made now where nothing was typed yet. */
    keyOf() {
      const key = fields.key || newKey()
      change({ key })
      return key
    },
    keptAt,
    clear,
    change: (changes: Partial<Kept>) => change({ key: fields.key || newKey(), ...changes }),
  }
}
