/**
 * Bytes as small letters, one a byte: a mark for names of files that no figure is in, so that it never
 * looks like a telephone or an identity number.
 */
export function lettersOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(0x61 + (byte % 26))).join('')
}
