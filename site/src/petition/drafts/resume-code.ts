import { hkdfSync } from 'node:crypto'
import { encodeSigns } from '@portal/content/schema/query-code'
import { resumeCodePlaces } from './code-form.ts'

/**
 * 接着写的码 of a form: of its idempotency key by HKDF-SHA-256 (RFC 5869). So the same form saved
 * again, or by two clicks at once, is the same draft under the same code, and filing the form finds
 * its draft, although neither code nor key rests here. The key cannot be told from the code.
 */
export function resumeCodeOf(key: string): string {
  const bytes = new Uint8Array(hkdfSync('sha256', key, '', 'resume code v1', 32))
  return encodeSigns(bytes, resumeCodePlaces)
}
