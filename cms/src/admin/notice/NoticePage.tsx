import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { Typography } from '@strapi/design-system'
import { Page, useFetchClient } from '@strapi/strapi/admin'
import { useEffect } from 'react'
import { useParams } from 'react-router-dom'
import type { NoticeDraft } from '../../contracts/papers/notice-draft.ts'
import { caseAddress } from '../desk/addresses'
import { messageOf } from '../error-message'
import { backWords, DeskNotice, DeskPage } from '../desk/DeskPage'
import { Sheet } from '../desk/Sheet'
import { useHeldState } from '../saving/use-held-state'
import { NoticeForm } from './NoticeForm'
import { NoticeLines } from './NoticeLines'

function Opened({ documentId }: { documentId: string }) {
  const { get } = useFetchClient()
  const [draft, setDraft] = useHeldState<NoticeDraft | null>(`notice draft ${documentId}`, null)
  const [fault, setFault] = useHeldState(`notice reading ${documentId}`, '')
  const [said, setSaid] = useHeldState(`notice said ${documentId}`, '')
  useEffect(() => {
    get<NoticeDraft>(`/desk/cases/${documentId}/notice`).then(
      ({ data }) => setDraft(data),
      (error: unknown) => setFault(messageOf(error)),
    )
  }, [documentId, get, setDraft, setFault])

  if (!draft) {
    if (!fault) return <Page.Loading>正在打开…</Page.Loading>
    return <DeskNotice words={fault} isFault />
  }
  return (
    <DeskPage
      help="notice"
      title={`起草公示：${draft.title}`}
      back={{ to: caseAddress(documentId), words: backWords.case }}
    >
      <Typography variant="pi" textColor="neutral600">
        {`查询编号 ${formatReceiptNumber(draft.number)}`}
      </Typography>
      {said || draft.refused ? (
        <Sheet aria-label="公示">
          <Typography tag="p" variant="beta" role="status" lineHeight={1.7}>
            {said || draft.refused}
          </Typography>
          {!said && <NoticeLines notices={draft.notices} />}
        </Sheet>
      ) : (
        <NoticeForm documentId={documentId} draft={draft} onMade={setSaid} />
      )}
    </DeskPage>
  )
}

/** The page on which the public notice of a case is begun, beside the case. */
export default function NoticePage() {
  const { documentId = '' } = useParams()
  return <Opened key={documentId} documentId={documentId} />
}
