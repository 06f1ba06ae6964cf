import { readEnvironment } from '@portal/content/schema/environment'

/** The portal's settings; the only place of the site that reads the process environment. */
export const environment = readEnvironment(process.env)
