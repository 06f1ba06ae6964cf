import { readEnvironment } from '@portal/content/schema/operation/environment'

/** The portal's settings; the only place of the site that reads the process environment. */
export const environment = readEnvironment(process.env)
