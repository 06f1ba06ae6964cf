import { Calendar, CheckCircle, Eye, Globe } from '@strapi/icons'

const permissions = [{ action: 'admin::editions.write' }]

const widget = (
  id: string,
  name: string,
  icon: typeof Eye,
  load: () => Promise<{ default: () => React.ReactNode }>,
) => ({
  id,
  pluginId: 'desk',
  icon,
  title: { id: `desk.home.${id}`, defaultMessage: name },
  component: async () => (await load()).default as React.ComponentType,
  permissions,
})

/** The desk's home page for publicity staff; Strapi's own widgets speak of tables. */
export const widgets = [
  widget('waiting', '等我办的', CheckCircle, () => import('./Waiting')),
  widget('inspection', '检查提醒', Eye, () => import('./Inspection')),
  widget('live', '网站现状', Globe, () => import('./Live')),
  widget('scheduled', '定时发布', Calendar, () => import('./Scheduled')),
]
