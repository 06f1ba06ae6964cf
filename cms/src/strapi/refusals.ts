import { errors } from '@strapi/utils'

/** An entry was saved by somebody else since the sender read it; nothing was written. */
export class StaleError extends errors.ApplicationError<'StaleError', string, object> {
  constructor(message: string, details: { at: string; who: string }) {
    super(message, details)
    this.name = 'StaleError'
  }
}

/** Whoever saves or takes a step did not say of which version; nothing was written. */
export class UnseenError extends errors.ApplicationError<'UnseenError', string, object> {
  constructor() {
    super(unseen, {})
    this.name = 'UnseenError'
  }
}

/** What is said to a page that does not say what was read on it. */
const unseen = '没有办：不知道您看的是哪一稿。请刷新页面，看过再办一次。'

/** Refuses a save for one field; the form shows the sentence beside it. */
export function refuseField(path: string, message: string): never {
  const details = { errors: [{ path: [path], message, name: 'ValidationError' }] }
  throw new errors.ValidationError(message, details)
}
