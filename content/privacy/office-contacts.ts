import { digestOf } from '../schema/release/privacy-allowed.ts'
import { findPersonal, signOf } from './find.ts'

const landline = /^phone 0(?:10|2\d|[3-9]\d\d)([2-9]\d{6,7})$/

/** A telephone of the office may be given with and without its area code. */
function spellings(sign: string): string[] {
  const local = landline.exec(sign)?.[1]
  return local ? [sign, `phone ${local}`] : [sign]
}

/**
 * Digests of the numbers and addresses that an office gives of itself, which may stand anywhere.
 * @param entries its settings and its departments
 */
export function officeDigests(entries: readonly object[]): string[] {
  const texts = entries.map((entry) =>
    Object.entries(entry)
      .map(([name, value]) => (name === 'phone' ? `电话 ${String(value)}` : value))
      .join('\n'),
  )
  return texts.flatMap((text) =>
    findPersonal(text)
      .flatMap((hit) => spellings(signOf(text, hit)))
      .map(digestOf),
  )
}
