import type { StrapiApp } from '@strapi/strapi/admin'
import { Question } from '@strapi/icons'

/** 怎么用 in everybody's menu, after everything else. */
export const handbookLink: Parameters<StrapiApp['addMenuLink']>[0] = {
  to: 'handbook',
  icon: Question,
  intlLabel: { id: 'desk.menu.handbook', defaultMessage: '怎么用' },
  permissions: [],
  position: 90,
  Component: () => import('./HandbookPages'),
}
