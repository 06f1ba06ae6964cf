import { attachmentsField, removeField } from '../../petition/attachments/attachment-view.ts'
import { newIdempotencyKey } from '../../petition/submit/idempotency-key.ts'
import { trapName } from '../../petition-form/submit/honeypot.ts'
import { leftBehind, unkeptFiles } from '../../petition-form/attachments/unkept-files.ts'
import { listOptions } from '../../petition-form/form/list-options.ts'
import { respondToSubmission, typedFields } from '../../petition-form/submit/submission-response.ts'
import type { PetitionServices } from '../petition-services.ts'
import { retryAfterOf } from './page-endpoint.ts'
import type { PageEndpoint } from './page-endpoint.ts'

/** The petition form, and the filing of a petition. */
export function petitionEndpoint({
  submit,
  attached,
  detach,
  offeredWays,
}: Pick<PetitionServices, 'submit' | 'attached' | 'detach' | 'offeredWays'>): PageEndpoint {
  return {
    path: '/petition/',
    takesForms: true,
    async respond({ release, posted, address }) {
      const options = async () => listOptions(release, await offeredWays())
      if (!posted) {
        const blank = {
          ...{ key: newIdempotencyKey(), typed: {}, response: null },
          ...{ attached: [], unkept: null },
        }
        const content = async () => ({ petition: { ...blank, options: await options() } })
        return { status: 200, show: { content } }
      }
      const field = (name: string) => posted.get(name) ?? ''
      const typed = typedFields(posted)
      const unkept = unkeptFiles(posted)
      const removed = posted.get(removeField)
      if (removed !== undefined) {
        const key = field('key') || newIdempotencyKey()
        await detach(key, removed)
        const content = async () => ({
          petition: {
            ...{ key, typed, response: null, unkept },
            attached: await attached(key),
            options: await options(),
          },
        })
        return { status: 200, show: { content } }
      }
      const submission = await submit(release, {
        ...{ typed, address, key: field('key'), stated: field(attachmentsField) },
        ...{ proof: field('proof'), trap: field(trapName) },
      })
      const { response, status } = respondToSubmission(submission, newIdempotencyKey)
      const key = ('key' in response && response.key) || field('key') || newIdempotencyKey()
      const content = async () => ({
        petition: {
          ...{ key, typed, response },
          attached: response.kind === 'receipt' ? [] : await attached(key),
          // A fresh key has none of the files that came under the old one.
          unkept: response.kind === 'conflict' ? leftBehind(await attached(field('key'))) : unkept,
          options: await options(),
        },
      })
      return { status, ...retryAfterOf(response), data: response, show: { content } }
    },
  }
}
