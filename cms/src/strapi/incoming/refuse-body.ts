import { errors } from '@strapi/utils'

/**
 * Answers, and logs, of a body that cannot be read no more than that: what its reader says quotes it.
 * @throws always; 413 where it is too large, or else 400
 */
export function refuseBody(error: Error & { status?: number; httpCode?: number }): never {
  // It has no words of the body, and Strapi knows it by them.
  if (error.message.includes('maxFileSize')) throw error
  if (error.status === 413 || error.httpCode === 413) throw new errors.PayloadTooLargeError('')
  throw new errors.ApplicationError('Bad Request')
}
