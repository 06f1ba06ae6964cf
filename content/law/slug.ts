import { createHash } from 'node:crypto'
import { slugOf } from '../entry/slug.ts'

/** Regulations whose address the portal already knows. */
const known: Record<string, string> = { 信访工作条例: 'petition-work-regulations' }

const digestOf = (title: string) => createHash('sha256').update(title).digest('hex')

/**
 * The address of a regulation: the same for the same title, so that a new version replaces the old.
 * Behind the pinyin some digits of the title's hash: two laws that sound alike, or are as long, do
 * not share an address.
 */
export function slugFor(title: string): string {
  return known[title] ?? `${slugOf(title)}-${digestOf(title).slice(0, 6)}`
}

/** The address that a regulation had before addresses were made of pinyin; what is published keeps it. */
export function earlierSlugFor(title: string): string {
  return `law-${digestOf(title).slice(0, 10)}`
}
