import { errors } from '@strapi/utils'

/** Refuses a save for one field; the form shows the sentence beside it. */
export function refuseField(path: string, message: string): never {
  const details = { errors: [{ path: [path], message, name: 'ValidationError' }] }
  throw new errors.ValidationError(message, details)
}
