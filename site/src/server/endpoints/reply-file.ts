import { Readable } from 'node:stream'
import { disposition } from '@portal/content/files/disposition'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import { isShown } from '../../petition/reply-files/file-look.ts'
import type { PetitionServices } from '../petition-services.ts'
import type { PageEndpoint, PageRequest, PageResponse } from './page-endpoint.ts'
import { readVisit, visitQuery } from './visit-cookie.ts'

/** Below the path for which the cookie of a visit is meant. */
export const replyFilePath = '/petition/track/file/'
const trackPath = '/petition/track/'

/** A picture is shown, with the look that browsers give it; nothing else of it runs or is loaded. */
const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/**
 * Gives a file of a reply to whoever is let in by the cookie of the tracking page. All others are led to where number
 * and code are asked for, whatever they ask for.
 */
export function replyFileEndpoint(
  services: Pick<PetitionServices, 'replyFile' | 'visits'>,
): PageEndpoint {
  return {
    path: replyFilePath,
    takesForms: false,
    async respond(request: PageRequest): Promise<PageResponse> {
      const { query, address } = request
      const visit = await readVisit(request, services.visits)
      if (!visit?.who) return leadTo(visitQueryOf(query))
      const opened = await services.replyFile({ ...visit.who, address }, query.get('file') ?? '')
      if (opened.kind === 'opened') return give(opened, query.has('save'))
      const missed =
        opened.kind === 'gone' || opened.kind === 'damaged' ? `&file=${opened.kind}` : ''
      return leadTo(visitQueryOf(query) + missed)
    },
  }
}

function visitQueryOf(query: URLSearchParams): string {
  const id = query.get('case') ?? ''
  return /^[\w-]{16}$/.test(id) ? visitQuery(id) : ''
}

const leadTo = (query: string): PageResponse => ({
  status: 303,
  show: { redirect: trackPath + query },
})

function give(
  { file, content }: { file: Attachment; content: AsyncIterable<Uint8Array> },
  saves: boolean,
): PageResponse {
  const way = isShown(file.type) && !saves ? 'inline' : 'attachment'
  return {
    status: 200,
    show: {
      download: {
        type: file.type,
        disposition: disposition(way, file.name),
        length: file.bytes,
        policy: filePolicy,
        body: Readable.from(content, { objectMode: false }),
      },
    },
  }
}
