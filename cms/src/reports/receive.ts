import type { Message } from '@portal/content/schema/mailbox/message'
import type { Core } from '@strapi/strapi'
import { contentType } from '../contracts/content-types.ts'

/** How a report stands that nobody has looked into. */
export const untouched = '待处理'

/** Writes down what a reader holds to be wrong on the site, for publicity staff to mend. */
export async function receiveReport(
  strapi: Core.Strapi,
  { report }: Extract<Message, { kind: 'report' }>,
  receivedAt: string,
): Promise<void> {
  const { page, text, contact } = report
  await strapi.documents(contentType.report).create({
    data: {
      page: page || '没有写明',
      text,
      ...(contact && { contact }),
      receivedAt,
      handling: untouched,
    },
  })
}
