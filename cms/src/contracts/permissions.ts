/** The permission to read entries of a type, which is given a type at a time. */
export const readPermission = 'plugin::content-manager.explorer.read'

/**
 * What of cases only this desk allows, as permissions of roles: to handle them, what is the bureau's alone, and to read
 * who has looked at which.
 */
export const casePermissions = {
  handle: 'admin::cases.handle',
  manage: 'admin::cases.manage',
  /** A leading official's: the cases that were taken on, and the own reception hours. */
  lead: 'admin::cases.lead',
  audit: 'admin::cases.audit',
} as const

/** What of publishing only this desk allows, as permissions of roles. */
export const editionPermissions = {
  write: 'admin::editions.write',
  review: 'admin::editions.review',
  publish: 'admin::editions.publish',
} as const

/** Strapi's own permission of who manages accounts, and so looks after the installation. */
export const managesAccounts: string = 'admin::users.read'
