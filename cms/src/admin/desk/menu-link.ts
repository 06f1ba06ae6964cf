import type { StrapiApp } from '@strapi/strapi/admin'
import { Briefcase } from '@strapi/icons'
import { casePermissions } from '../../contracts/permissions.ts'

/** 办件 in the menu of those who handle cases, before everything else. */
export const deskLink: Parameters<StrapiApp['addMenuLink']>[0] = {
  to: 'desk',
  icon: Briefcase,
  intlLabel: { id: 'desk.menu.cases', defaultMessage: '办件' },
  permissions: [{ action: casePermissions.handle, subject: null }],
  position: 1,
  Component: () => import('./DeskPages'),
}
