import { Typography } from '@strapi/design-system'
import { useAuth } from '@strapi/strapi/admin'
import { contentType } from '../../contracts/content-types.ts'
import type { CaseNotice } from '../../contracts/papers/notice-draft.ts'
import { readPermission } from '../../contracts/permissions.ts'
import { DeskLink } from '../links/DeskLink'
import { editAddress } from '../live/progress-words'

/** Whether the account may open notices in the desk. */
function useReadsNotices(): boolean {
  const permissions = useAuth('case desk', (state) => state.permissions)
  return permissions.some(
    ({ action, subject }) => action === readPermission && subject === contentType.notice,
  )
}

/** The notices of a case, each with where it stands, and the way to it. */
export function NoticeLines({ notices }: { notices: CaseNotice[] }) {
  const reads = useReadsNotices()
  return notices.map(({ documentId, title, word, address }) => (
    <Typography key={documentId} tag="p" lineHeight={1.8}>
      {reads ? (
        <DeskLink to={editAddress(contentType.notice, documentId)}>{title}</DeskLink>
      ) : (
        title
      )}
      {`　${word}`}
      {address && (
        <>
          {'　'}
          <a href={address} target="_blank" rel="noreferrer">
            看网上的公示
          </a>
        </>
      )}
    </Typography>
  ))
}
