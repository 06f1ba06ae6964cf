import { digestOf } from '../schema/privacy.ts'
import { findPersonal, signOf } from './find.ts'

/**
 * Digests of the numbers and addresses that an office gives of itself, which may stand anywhere.
 * @param entries its settings and its departments
 */
export function officeDigests(entries: readonly object[]): string[] {
  const texts = entries.map((entry) => Object.values(entry).join('\n'))
  return texts.flatMap((text) => findPersonal(text).map((hit) => digestOf(signOf(text, hit))))
}
