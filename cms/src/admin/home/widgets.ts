import {
  Calendar,
  CheckCircle,
  Clock,
  Eye,
  Globe,
  Message,
  Question,
  Search,
  Shield,
  User,
} from '@strapi/icons'
import { casePermissions, editionPermissions } from '../../contracts/permissions.ts'

const widget = (
  id: string,
  name: string,
  icon: typeof Eye,
  load: () => Promise<{ default: () => React.ReactNode }>,
  action: string | null = editionPermissions.write,
) => ({
  id,
  pluginId: 'desk',
  icon,
  title: { id: `desk.home.${id}`, defaultMessage: name },
  component: async () => (await load()).default as React.ComponentType,
  permissions: action === null ? [] : [{ action }],
})

/** The desk's home page; Strapi's own widgets speak of tables. */
export const widgets = [
  widget('watch', '需要留意的', Shield, () => import('./Watch'), 'admin::users.read'),
  widget('addresses', '地址和常用的', Globe, () => import('./Addresses'), 'admin::users.read'),
  widget('waiting', '等我办的', CheckCircle, () =>
    import('./HomeItems').then(({ Waiting }) => ({ default: Waiting })),
  ),
  widget('reports', '网站找错', Message, () => import('./Reports')),
  widget('inspection', '检查提醒', Eye, () => import('./Inspection')),
  widget('missed', '没有找到的', Search, () => import('./MissedQueries')),
  widget('live', '网站现状', Globe, () => import('./Live')),
  widget('scheduled', '定时发布', Calendar, () =>
    import('./HomeItems').then(({ Scheduled }) => ({ default: Scheduled })),
  ),
  widget('leading', '包案和接访', User, () => import('./Leading'), casePermissions.lead),
  widget('views', '查阅记录', Eye, () => import('./Views'), casePermissions.audit),
  widget('due', '期限提醒', Clock, () => import('./Due'), casePermissions.handle),
  widget('handbook', '怎么用', Question, () => import('../handbook/HomeShelf'), null),
]
