type Named = {
  label?: string
  displayName?: string
  category?: string
  subCategory?: string
  plugin?: string
}
/** What `GET /admin/permissions` tells of what roles can be given. */
export type Permissions = {
  conditions?: Named[]
  sections?: Record<string, Named[] | { actions?: Named[] }>
}

/** Strapi's names for what roles can be given, and ours. */
const names: Record<string, string> = {
  Create: '新建',
  Read: '查看',
  Update: '修改',
  Delete: '删除',
  Publish: '发布',
  'Create (invite)': '新建（邀请）',
  'Access the Media Library': '打开媒体库',
  'Create (upload)': '上传',
  'Update (crop, details, replace) + delete': '修改（裁剪、说明、替换）和删除',
  Download: '下载',
  'Copy link': '复制链接',
  upload: '媒体库',
  assets: '文件',
  general: '一般',
  'users and roles': '用户和角色',
  users: '用户',
  roles: '角色',
  'Is creator': '自己建的',
  'Has same role as creator': '与建的人同一角色',
  default: '范围',
}

const keys = ['label', 'displayName', 'category', 'subCategory', 'plugin'] as const

function rename(row: Named): void {
  for (const key of keys) {
    const name = row[key]
    if (name !== undefined) row[key] = names[name] ?? name
  }
}

/** Puts what roles can be given, and under which conditions, into Chinese, where it stands. */
export function nameActions({ conditions = [], sections = {} }: Permissions): void {
  conditions.forEach(rename)
  for (const section of Object.values(sections)) {
    const actions = Array.isArray(section) ? section : (section.actions ?? [])
    actions.forEach(rename)
  }
}
