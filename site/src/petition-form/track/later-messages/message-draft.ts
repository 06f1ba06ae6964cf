/** What stands in a later message's form: its texts and choices, and the key under which its files arrive. */
export type MessageDraft = Record<string, string>

/** Fields that belong to the page and not to what was written. */
const pageFields = new Set([
  'intent',
  'number',
  'code',
  'level',
  'attachments',
  'confirmed',
  'files',
])

/** Of this tab: nobody sees it in another, and it is gone when the tab is closed. */
const tab = () => sessionStorage

function place(visit: string, intent: string): string {
  return `later-message ${visit} ${intent}`
}

/** What was written and not sent; `null` where there is none, or the browser keeps nothing. */
export function readMessageDraft(
  visit: string,
  intent: string,
  storage = tab,
): MessageDraft | null {
  try {
    const kept: unknown = JSON.parse(storage().getItem(place(visit, intent)) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return null
    const fields = Object.entries(kept).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    return Object.fromEntries(fields)
  } catch {
    return null
  }
}

/** Keeps what is written in a form; nothing where nothing is. */
export function keepMessageDraft(
  visit: string,
  intent: string,
  fields: Iterable<[string, unknown]>,
  storage = tab,
): void {
  const draft: MessageDraft = {}
  for (const [name, value] of fields) {
    if (typeof value === 'string' && !pageFields.has(name)) draft[name] = value
  }
  const written = Object.entries(draft).some(([name, value]) => name !== 'key' && value.trim())
  if (!written) return dropMessageDraft(visit, intent, storage)
  try {
    storage().setItem(place(visit, intent), JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing still has the page.
  }
}

/** Forgets what was written in a form. */
export function dropMessageDraft(visit: string, intent: string, storage = tab): void {
  try {
    storage().removeItem(place(visit, intent))
  } catch {
    // It has kept nothing either.
  }
}
