import type { Core } from '@strapi/strapi'
import { ensureFirstEditions } from './first-editions.ts'
import { guardDrafts } from './guard-drafts.ts'

/**
 * Puts the workflow in front of every change of content: what is published gets its first edition,
 * and drafts are guarded. Before publishing starts, so that what is refused is refused first.
 */
export async function guardEditions(strapi: Core.Strapi): Promise<void> {
  await ensureFirstEditions(strapi)
  guardDrafts(strapi)
}
