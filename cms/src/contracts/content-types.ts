/** The content types of the desk, by the names that Strapi knows them by. */
export const contentType = {
  buildRequest: 'api::build-request.build-request',
  campaign: 'api::campaign.campaign',
  case: 'api::case.case',
  caseDraft: 'api::case-draft.case-draft',
  caseEvent: 'api::case-event.case-event',
  casePaper: 'api::case-paper.case-paper',
  caseSettings: 'api::case-settings.case-settings',
  caseView: 'api::case-view.case-view',
  department: 'api::department.department',
  edition: 'api::edition.edition',
  essay: 'api::essay.essay',
  guide: 'api::guide.guide',
  notice: 'api::notice.notice',
  notification: 'api::notification.notification',
  official: 'api::official.official',
  page: 'api::page.page',
  paperVersion: 'api::paper-version.paper-version',
  paperTemplate: 'api::paper-template.paper-template',
  publicFigures: 'api::public-figures.public-figures',
  quarantine: 'api::quarantine.quarantine',
  reception: 'api::reception.reception',
  region: 'api::region.region',
  regulation: 'api::regulation.regulation',
  replyTemplate: 'api::reply-template.reply-template',
  report: 'api::report.report',
  settings: 'api::settings.settings',
  settledQuery: 'api::settled-query.settled-query',
  staffMail: 'api::staff-mail.staff-mail',
  synonym: 'api::synonym.synonym',
  topic: 'api::topic.topic',
  unitAccount: 'api::unit-account.unit-account',
  video: 'api::video.video',
  workflow: 'api::workflow.workflow',
  workflowStep: 'api::workflow-step.workflow-step',
} as const
export type ContentTypeId = (typeof contentType)[keyof typeof contentType]

/** The types whose entries go through the workflow of publishing; they alone have drafts. */
export const workflowTypes = [
  contentType.essay,
  contentType.video,
  contentType.notice,
  contentType.guide,
  contentType.campaign,
  contentType.regulation,
] as const
export type WorkflowType = (typeof workflowTypes)[number]

/** Whether entries of a type go through the workflow of publishing. */
export function isWorkflowType(uid: string): uid is WorkflowType {
  return (workflowTypes as readonly string[]).includes(uid)
}
