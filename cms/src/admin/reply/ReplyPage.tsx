import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useParams } from 'react-router-dom'
import type { CaseChangedDetails, Happening, Seen } from '../../contracts/cases/desk-state.ts'
import type { ReplyPage as Told } from '../../contracts/papers/reply-page.ts'
import { happenedIn } from '../desk/changed-case'
import { caseAddress } from '../desk/addresses'
import { backWords, DeskNotice, DeskPage } from '../desk/DeskPage'
import { messageOf } from '../error-message'
import { DeskLink } from '../links/DeskLink'
import { Sheet } from '../desk/Sheet'
import { Back, Columns } from './layout'
import { Petition } from './Petition'
import { WriteReply } from './WriteReply'

type Refusal = { response?: { data?: { error?: { details?: Partial<CaseChangedDetails> } } } }

/** The page on which a written opinion is written beside its petition. */
export default function ReplyPage() {
  const { documentId = '' } = useParams()
  return <Opened key={documentId} documentId={documentId} />
}

function Opened({ documentId }: { documentId: string }) {
  const { get, post } = useFetchClient()
  const [page, setPage] = useState<Told | null>(null)
  const [fault, setFault] = useState('')
  const [refusal, setRefusal] = useState('')
  const [happened, setHappened] = useState<Happening[]>([])
  const [seen, setSeen] = useState<Seen | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const done = useRef<HTMLParagraphElement>(null)

  const load = useCallback(async () => {
    try {
      const { data } = await get<Told>(`/desk/cases/${documentId}/reply`)
      setPage(data)
      setSeen(data.seen)
    } catch (error) {
      setFault(messageOf(error, '没有读到这一件：请检查网络后刷新页面。'))
    }
  }, [documentId, get])
  useEffect(() => void load(), [load])
  useEffect(() => {
    if (said) done.current?.focus()
  }, [said])

  async function step(asked: object, words: string, finish?: () => void): Promise<boolean> {
    setBusy(true)
    setRefusal('')
    try {
      await post(`/desk/cases/${documentId}/actions`, { ...asked, seen })
      finish?.()
      setHappened([])
      setSaid(words)
      setBusy(false)
      return true
    } catch (error) {
      const events = happenedIn(error)
      const now = (error as Refusal).response?.data?.error?.details?.seen
      setHappened(events ?? happened)
      if (now) setSeen(now)
      setRefusal(
        events ? '这一件在您打开以后有了变化，您写的还在：看过上面的变化再发。' : messageOf(error),
      )
    }
    setBusy(false)
    return false
  }

  if (!page) return <DeskNotice words={fault || '正在打开…'} isFault={fault !== ''} />
  const number = formatReceiptNumber(page.number)
  return (
    <DeskPage
      help="reply"
      title={page.title}
      called={`答复：${page.title}`}
      back={{ to: caseAddress(documentId), words: backWords.case }}
      actions={
        <Typography tag="p" textColor="neutral600">
          {`查询编号 ${number}`}
        </Typography>
      }
    >
      <Columns>
        <Petition page={page} />
        <Sheet aria-label="答复" tabIndex={0}>
          {said ? (
            <>
              <Typography
                ref={done}
                tag="p"
                tabIndex={-1}
                role="status"
                variant="beta"
                textColor="success700"
              >
                {said}
              </Typography>
              <Back>
                <DeskLink to={caseAddress(documentId)}>{backWords.case}</DeskLink>
              </Back>
            </>
          ) : (
            <WriteReply
              documentId={documentId}
              page={page}
              happened={happened}
              refusal={refusal}
              isBusy={isBusy}
              onStep={step}
            />
          )}
        </Sheet>
      </Columns>
    </DeskPage>
  )
}
