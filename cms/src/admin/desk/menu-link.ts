import type { StrapiApp } from '@strapi/strapi/admin'
import { Briefcase, Eye } from '@strapi/icons'
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

/** 查阅记录 in the menu of the auditor, who has nothing else. */
export const viewsLink: Parameters<StrapiApp['addMenuLink']>[0] = {
  to: 'desk/views',
  icon: Eye,
  intlLabel: { id: 'desk.menu.views', defaultMessage: '查阅记录' },
  permissions: [{ action: casePermissions.audit, subject: null }],
  position: 1,
  Component: () => import('../view-log/ViewsPage'),
}
