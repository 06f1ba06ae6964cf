import { accounts } from './accounts.ts'
import { addresses } from './addresses.ts'
import { cards } from './cards.ts'
import { emails } from './emails.ts'
import { idNumbers } from './id-numbers.ts'
import type { Pattern } from './pattern.ts'
import { phones } from './phones.ts'
import { plates } from './plates.ts'

/** Everything that is looked for, the surest first. */
export const patterns: readonly Pattern[] = [
  ...idNumbers,
  ...cards,
  ...phones,
  ...accounts,
  ...plates,
  ...addresses,
  ...emails,
]

/** The numbers that stand for a person by themselves, which people disguise. */
export const numbers: readonly Pattern[] = [
  ...idNumbers,
  ...cards,
  ...phones,
  ...plates.slice(0, 1),
]
