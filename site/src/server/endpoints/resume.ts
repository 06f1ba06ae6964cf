import { removeField } from '../../petition/attachments/attachment-view.ts'
import type { PostedFields } from '../../petition/fields/fields.ts'
import { newIdempotencyKey } from '../../petition/submit/idempotency-key.ts'
import { unkeptFiles } from '../../petition-form/attachments/unkept-files.ts'
import type { FormMessage } from '../../petition-form/submit/form-message.ts'
import { listOptions } from '../../petition-form/form/list-options.ts'
import { resumeNotice } from '../../petition-form/drafts/resume-notice.ts'
import type { ReopenedForm } from '../../petition-form/drafts/resume-page.ts'
import {
  saveAnswerOf,
  wipeAnswerOf,
  wiped,
} from '../../petition-form/drafts/server-draft-answer.ts'
import type { Opening } from '../../petition-form/drafts/server-draft-answer.ts'
import { typedFields } from '../../petition-form/submit/submission-response.ts'
import type { PetitionServices } from '../petition-services.ts'
import { retryAfterOf } from './page-endpoint.ts'
import type { PageEndpoint, PageRequest, PageResponse } from './page-endpoint.ts'

type Services = Pick<PetitionServices, 'drafts' | 'attached' | 'detach' | 'offeredWays'>
type Drafts = ReturnType<PetitionServices['drafts']>
type Asked = { drafts: Drafts; posted: PostedFields; showForm: ShowForm }
type ShowForm = (form: ReopenedForm) => PageResponse['show']

/** Saves a form, opens one again, or wipes one. */
export function resumeEndpoint(services: Services): PageEndpoint {
  const formOf =
    ({ release, posted }: PageRequest): ShowForm =>
    (form) => ({
      content: async () => ({
        resume: {
          ...{ show: 'form', form },
          attached: await services.attached(form.key),
          unkept: unkeptFiles(posted),
          options: listOptions(release, await services.offeredWays()),
        },
      }),
    })
  return {
    path: '/petition/resume/',
    takesForms: true,
    async respond(request) {
      const { posted, address } = request
      if (!posted) return { status: 200, show: showQuestion(null, '') }
      const asked = { drafts: services.drafts(address), posted, showForm: formOf(request) }
      const removed = posted.get(removeField)
      // The form was saved: it stays so, and as it is now.
      if (removed !== undefined) {
        await services.detach(posted.get('key') ?? '', removed)
        return save(asked)
      }
      const intent = posted.get('intent')
      // Of a form that is too long its button stands behind the files, and was not read.
      if (intent === undefined && unkeptFiles(posted)) return tellTooLong(asked)
      if (intent === 'save') return save(asked)
      return intent === 'wipe' ? wipe(asked) : resume(asked)
    },
  }
}

async function save({ drafts, posted, showForm }: Asked): Promise<PageResponse> {
  const typed = typedFields(posted)
  const typedKey = posted.get('key') ?? ''
  const { answer, status } = saveAnswerOf(await drafts.save(typed, typedKey, posted.get('step')))
  const form: ReopenedForm =
    answer.kind === 'saved'
      ? { key: answer.key, typed, opening: answer }
      : { key: typedKey || newIdempotencyKey(), typed, opening: openedWithNotice(answer.notice) }
  return { status, ...retryAfterOf(answer), data: answer, show: showForm(form) }
}

function tellTooLong({ posted, showForm }: Asked): PageResponse {
  const notice = { title: '附件太多，这次没有收下', text: '您写的还在这一页，还没有保存。' }
  const key = posted.get('key') ?? newIdempotencyKey()
  return {
    status: 413,
    show: showForm({ key, typed: typedFields(posted), opening: openedWithNotice(notice) }),
  }
}

async function wipe({ drafts, posted, showForm }: Asked): Promise<PageResponse> {
  const code = posted.get('resumeCode') ?? ''
  const wiping = await drafts.wipe(code)
  // Only a form that is still there comes with its key; what stands in it must not get lost.
  const key = posted.get('key')
  if (key === undefined && wiping.kind === 'not-found') return refuse(wiping, code)
  const { answer, status } = wipeAnswerOf(wiping)
  const notice = answer.kind === 'wiped' ? wiped : answer.notice
  const show =
    key !== undefined
      ? showForm({ key, typed: typedFields(posted), opening: openedWithNotice(notice) })
      : answer.kind === 'wiped'
        ? { content: async () => ({ resume: { show: 'wiped' as const } }) }
        : showQuestion(notice, code)
  return { status, ...retryAfterOf(answer), data: answer, show }
}

async function resume({ drafts, posted, showForm }: Asked): Promise<PageResponse> {
  const typedCode = posted.get('resumeCode') ?? ''
  const resuming = await drafts.resume(typedCode)
  if (resuming.kind !== 'resumed') return refuse(resuming, typedCode)
  const { code, key, typed, step } = resuming
  const savedAt = resuming.savedAt.toISOString()
  const until = resuming.until.toISOString()
  return {
    status: 200,
    show: showForm({ key, typed, opening: { kind: 'resumed', code, savedAt, until, step } }),
  }
}

/** Why a draft does not open. A script never asks for this; it gets the page as others do. */
function refuse(
  refusal: { kind: Parameters<typeof resumeNotice>[0] },
  typedCode: string,
): PageResponse {
  const isBlank = refusal.kind === 'not-found' && typedCode.trim() === ''
  const { status, ...notice } = resumeNotice(isBlank ? 'blank' : refusal.kind)
  return { status, ...retryAfterOf(refusal), show: showQuestion(notice, typedCode) }
}

function showQuestion(notice: FormMessage | null, typedCode: string): PageResponse['show'] {
  return { content: async () => ({ resume: { show: 'question', notice, typedCode } }) }
}

function openedWithNotice(notice: FormMessage): Opening {
  return { kind: 'told', notice }
}
