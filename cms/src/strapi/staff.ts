/** A signed-in member of staff, as Strapi's admin puts it on the request. */
export type Staff = {
  id: number
  email: string
  firstname?: string | null
  lastname?: string | null
  roles?: { code: string }[]
}

/** A person's name as records show it. */
export function nameOf({ firstname, lastname }: Pick<Staff, 'firstname' | 'lastname'>): string {
  return `${lastname ?? ''}${firstname ?? ''}`
}
