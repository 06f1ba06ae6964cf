type Described = { type?: string }

/** Strapi's own ways to publish: here the workflow does that, and the API refuses these. */
const past = ['publish', 'unpublish', 'discard']

/** The actions of an entry without Strapi's own publishing. */
export function withoutPublishing<T extends Described>(actions: T[]): T[] {
  return actions.filter(({ type }) => !past.includes(type ?? ''))
}

/** Of what can be done with many entries at once, throwing drafts away is all that remains. */
export function onlyDeletion<T extends Described>(actions: T[]): T[] {
  return actions.filter(({ type }) => type === 'delete')
}
