import { createHash } from 'node:crypto'

/** Regulations whose address the portal already knows. */
const known: Record<string, string> = { 信访工作条例: 'petition-work-regulations' }

/** The address of a regulation: the same for the same title, so that a new version replaces the old. */
export function slugFor(title: string): string {
  const digest = createHash('sha256').update(title).digest('hex')
  return known[title] ?? `law-${digest.slice(0, 10)}`
}
