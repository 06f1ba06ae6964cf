import { Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect } from 'react'
import type { CaseState } from '@portal/content/schema/petition/state'
import type { CasePage } from '../../contracts/cases/page.ts'
import type { CaseNotices } from '../../contracts/papers/notice-draft.ts'
import { noticeAddress } from '../desk/addresses'
import { Part } from '../desk/Prose'
import { useManages } from '../desk/use-manages'
import { messageOf } from '../error-message'
import { DeskLink } from '../links/DeskLink'
import { NoticeLines } from '../notice/NoticeLines'
import { useHeldState } from '../saving/use-held-state'

const answered: CaseState[] = ['replied', 'reviewed', 're-reviewed', 'closed']

/** The public notice of a case: where it stands, or how it is begun. Nothing where the case has none and gets none. */
export function Notices({ page }: { page: CasePage }) {
  const { documentId, desk, reply, state } = page
  const { get } = useFetchClient()
  const manages = useManages()
  const [found, setFound] = useHeldState<CaseNotices['notices']>(`notices ${documentId}`, [])
  const [fault, setFault] = useHeldState(`notices fault ${documentId}`, '')
  useEffect(() => {
    get<CaseNotices>(`/desk/cases/${documentId}/notices`).then(
      ({ data }) => setFound(data.notices),
      (error: unknown) => setFault(messageOf(error)),
    )
  }, [documentId, get, setFound, setFault])
  const accuses = desk.accusation || (desk.accused?.chosen.length ?? 0) > 0
  const isOpen = found.every(({ withdrawn }) => withdrawn)
  const begins = manages && isOpen && !accuses && reply !== null && answered.includes(state)
  if (found.length === 0 && !begins && !fault) return null
  return (
    <Part name="办理结果公示">
      <NoticeLines notices={found} />
      {begins && (
        <Typography tag="p" lineHeight={1.8}>
          <DeskLink to={noticeAddress(documentId)}>起草公示</DeskLink>
          {'：隐去姓名、电话、住址，看过以后送审。'}
        </Typography>
      )}
      {fault && (
        <Typography textColor="danger600" role="alert">
          {fault}
        </Typography>
      )}
    </Part>
  )
}
