import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'

const uncounted = '这个统计不提供。'
const forbidden = '没有权限查看。'

/**
 * Refuses Strapi's own count of all entries: it counts rows past the Document Service, and so tells a
 * unit how many cases the others have. The desk's home page has its own. To be called while registering.
 */
export function refuseCounts(strapi: Core.Strapi): void {
  const homepage = strapi.plugin('content-manager').service('homepage')
  homepage.getCountDocuments = () => {
    throw new errors.ForbiddenError(uncounted)
  }
}

/**
 * Answers who may not see a relation that he may not: Strapi's controller puts its refusal on the answer, goes
 * on, and fails. To be called while registering.
 */
export function refuseRelations(strapi: Core.Strapi): void {
  const relations = strapi.plugin('content-manager').controller('relations') as unknown as {
    extractAndValidateRequestInfo(context: unknown, id?: string): Promise<unknown>
  }
  const { extractAndValidateRequestInfo } = relations
  relations.extractAndValidateRequestInfo = async (context, id) => {
    const found = await extractAndValidateRequestInfo.call(relations, context, id)
    if (found === undefined) throw new errors.ForbiddenError(forbidden)
    return found
  }
}
