import type { Core } from '@strapi/strapi'

/** The days that are left of a trial of Strapi's paid edition, as its admin pages ask for them. */
type Trial = { trialEndsAt: null }

/**
 * Answers what Strapi's admin asks of its paid edition without asking Strapi's servers: the office has none,
 * and its network leads nowhere. Of the rest the admin learns that there is none. To be called while
 * registering.
 */
export function withholdPaidServices(strapi: Core.Strapi): void {
  const admin = strapi.admin.controllers.admin as Record<string, unknown>
  admin.licenseTrialTimeLeft = async (): Promise<Trial> => ({ trialEndsAt: null })
}
