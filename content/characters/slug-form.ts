/** Lower-case Latin letters and digits with single hyphens between: the characters of a name in an address. */
const characters = '[a-z0-9]+(?:-[a-z0-9]+)*'

/** What an entry's name in its address looks like. */
export const slugForm = new RegExp(`^${characters}$`)

/** What the address of an entry's page looks like, below the site's base path. */
export const pagePathForm = new RegExp(`^/[a-z]+/${characters}/$`)
