import type { StrapiApp } from '@strapi/strapi/admin'
import { User } from '@strapi/icons'
import { casePermissions } from '../../contracts/permissions.ts'

/** 包案和接访 in the menu of leading officials. */
export const leadingLink: Parameters<StrapiApp['addMenuLink']>[0] = {
  to: 'leading',
  icon: User,
  intlLabel: { id: 'desk.menu.leading', defaultMessage: '包案和接访' },
  permissions: [{ action: casePermissions.lead, subject: null }],
  position: 2,
  Component: () => import('./LeadingPages'),
}
