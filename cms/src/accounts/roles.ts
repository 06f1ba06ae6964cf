import { casePermissions, editionPermissions } from '../contracts/permissions.ts'
import { officialRole, unitRole } from '../casework/record/party.ts'
import { contentType, workflowTypes } from '../contracts/content-types.ts'

type Grant = { action: string; subject?: string; without?: string[]; conditions?: string[] }

/** A role of the desk: its name on screen and everything it may do. What is not here is refused. */
type Role = { code: string; name: string; description: string; grants: Grant[] }

const explorer = 'plugin::content-manager.explorer'
const tables = [
  contentType.reception,
  contentType.department,
  contentType.region,
  contentType.topic,
  contentType.synonym,
  contentType.settings,
]

const on = (subjects: readonly string[], verbs: string[]): Grant[] =>
  subjects.flatMap((subject) => verbs.map((verb) => ({ action: `${explorer}.${verb}`, subject })))

/** 找错: what readers wrote stays as they wrote it; staff say what became of it. */
const reports: Grant[] = [
  ...on([contentType.report], ['read']),
  {
    action: `${explorer}.update`,
    subject: contentType.report,
    without: ['receivedAt', 'page', 'text', 'contact'],
  },
]

const uploads: Grant[] = [
  'plugin::upload.read',
  'plugin::upload.assets.create',
  'plugin::upload.assets.update',
  'plugin::upload.assets.download',
  'plugin::upload.assets.copy-link',
].map((action) => ({ action }))

/** Whoever began a draft may throw it away; what was published is kept (publishing/workflow/guard-drafts.ts). */
const ownDrafts: Grant[] = on(workflowTypes, ['delete']).map((grant) => ({
  ...grant,
  conditions: ['admin::is-creator'],
}))

/**
 * What of a case is the bureau's alone. The relations are among it because the content manager looks
 * them up past the Document Service, where the wall around cases does not reach.
 */
const bureauFields = [
  'unit',
  'units',
  'accusedUnits',
  'accusedConfirmed',
  'unsettled',
  'revision',
  'pushed',
]

/** The system administrator is Strapi's own super administrator; the others are ours. */
export const roles: Role[] = [
  {
    code: 'publicity-author',
    name: '宣传编辑',
    description: '撰写和修改宣传内容，提交审核',
    grants: [
      ...on(workflowTypes, ['create', 'read', 'update']),
      ...ownDrafts,
      ...on(tables, ['read']),
      ...uploads,
      ...reports,
      { action: editionPermissions.write },
    ],
  },
  {
    code: 'publicity-reviewer',
    name: '宣传审核',
    description: '审核别人写的宣传内容，通过或者退回修改',
    grants: [
      ...on(workflowTypes, ['create', 'read', 'update']),
      ...ownDrafts,
      ...on(tables, ['read']),
      ...uploads,
      ...reports,
      { action: editionPermissions.write },
      { action: editionPermissions.review },
    ],
  },
  {
    code: 'publicity-publisher',
    name: '发布管理',
    description: '发布、定时、撤下和恢复宣传内容，维护网站设置',
    grants: [
      ...on(workflowTypes, ['create', 'read', 'update', 'delete']),
      ...on(tables, ['create', 'read', 'update', 'delete']),
      ...on([contentType.report], ['delete']),
      ...on([contentType.page], ['read']),
      {
        action: `${explorer}.update`,
        subject: contentType.page,
        without: ['title', 'path'],
      },
      ...uploads,
      ...reports,
      { action: editionPermissions.write },
      { action: editionPermissions.review },
      { action: editionPermissions.publish },
    ],
  },
  {
    code: 'case-clerk',
    name: '办件人员',
    description: '登记、转送、答复信访事项',
    grants: [
      ...on([contentType.case], ['read']),
      ...on([contentType.department, contentType.topic], ['read']),
      ...on([contentType.replyTemplate], ['create', 'read', 'update', 'delete']),
      ...on([contentType.official], ['create', 'read', 'update']),
      { action: casePermissions.handle },
      { action: casePermissions.manage },
    ],
  },
  {
    code: unitRole,
    name: '承办单位',
    description: '办理转送给本单位的信访事项，看不到别的办件',
    grants: [
      { action: `${explorer}.read`, subject: contentType.case, without: bureauFields },
      { action: casePermissions.handle },
    ],
  },
  {
    code: officialRole,
    name: '包案领导',
    description: '看自己包案的办件和接访安排，记录走访约谈，看不到别的办件',
    grants: [{ action: casePermissions.lead }],
  },
  {
    code: 'auditor',
    name: '审计员',
    description: '查看谁在什么时候看过哪些办件，看不到办件本身',
    grants: [{ action: casePermissions.audit }],
  },
]
