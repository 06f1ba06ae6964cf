import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { longDay, longMoment } from '@portal/content/calendar/wording'
import { Button, Flex, Typography } from '@strapi/design-system'
import { Page, useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect } from 'react'
import { useParams } from 'react-router-dom'
import type { PetitionerLines } from '../../contracts/cases/page.ts'
import type { LedCasePage as Told } from '../../contracts/cases/leading.ts'
import { leadingAddress } from '../desk/addresses'
import { DeskNotice, DeskPage } from '../desk/DeskPage'
import { Part, Prose } from '../desk/Prose'
import { messageOf } from '../error-message'
import { useHeldState } from '../saving/use-held-state'
import { MeetingForm } from './MeetingForm'

/** Who filed it: folded until it is opened, and the opening is on record. */
function Who({ documentId }: { documentId: string }) {
  const { post } = useFetchClient()
  const [lines, setLines] = useHeldState<PetitionerLines['lines'] | null>(`led ${documentId}`, null)
  const [fault, setFault] = useHeldState(`led fault ${documentId}`, '')
  const open = () =>
    post<PetitionerLines>(`/desk/officials/cases/${documentId}/petitioner`, {}).then(
      ({ data }) => setLines(data.lines),
      (error: unknown) => setFault(messageOf(error)),
    )
  return (
    <Part name="信访人">
      {lines === null ? (
        <Flex gap={3} wrap="wrap" alignItems="center">
          <Button variant="secondary" onClick={() => void open()}>
            打开信访人信息
          </Button>
          <Typography variant="pi" textColor="neutral600">
            打开会记录在案。
          </Typography>
        </Flex>
      ) : (
        lines.map(({ name, value }) => (
          <Typography key={name} tag="p" lineHeight={1.7} style={{ overflowWrap: 'anywhere' }}>
            {`${name}：${value}`}
          </Typography>
        ))
      )}
      {fault && (
        <Typography textColor="danger600" role="alert">
          {fault}
        </Typography>
      )}
    </Part>
  )
}

function Shown({ page, fault, onDone }: { page: Told; fault: string; onDone: () => void }) {
  const { post } = useFetchClient()
  const { documentId } = page
  const due = [page.dueOn && `包案到${longDay(page.dueOn)}。`, page.next && `${page.next}。`]
  return (
    <DeskPage help="leading" title={page.title} back={{ to: leadingAddress, words: '包案和接访' }}>
      {fault && (
        <Typography role="alert" textColor="danger600">
          {fault}
        </Typography>
      )}
      <Typography
        tag="p"
        lineHeight={1.7}
        style={{ fontSize: 18 }}
        textColor={page.late ? 'danger600' : 'neutral800'}
      >
        {[`${page.state}。`, ...due].filter(Boolean).join('')}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600" lineHeight={1.8}>
        {[
          `查询编号 ${formatReceiptNumber(page.number)}`,
          page.category,
          page.topic,
          page.region,
          `${longMoment(page.receivedAt)}收到`,
          ...page.units,
        ].join('　')}
      </Typography>
      <Part name="诉求">
        <Prose>{page.request}</Prose>
      </Part>
      <Part name="事实和理由">
        <Prose>{page.facts}</Prose>
        {page.attachments > 0 && (
          <Typography variant="pi" textColor="neutral600">
            {`另有 ${page.attachments} 个附件，请办件人员出示。`}
          </Typography>
        )}
      </Part>
      {page.reply && (
        <Part name="答复">
          <Prose>{page.reply}</Prose>
        </Part>
      )}
      <Who documentId={documentId} />
      <Part name="记走访约谈">
        <MeetingForm
          name={`meeting of ${documentId}`}
          onSend={async (met) => {
            await post(`/desk/officials/cases/${documentId}/meetings`, met)
            onDone()
          }}
        />
      </Part>
      <Part name="经过">
        {page.events.toReversed().map(({ at, by, text, words }, place) => (
          <div key={place}>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {`${longMoment(at)}　${by}`}
            </Typography>
            <Typography tag="p" lineHeight={1.7}>
              {text}
            </Typography>
            {words && words !== text && <Prose>{words}</Prose>}
          </div>
        ))}
      </Part>
    </DeskPage>
  )
}

function Opened({ documentId }: { documentId: string }) {
  const { get } = useFetchClient()
  const [page, setPage] = useHeldState<Told | null>(`led case ${documentId}`, null)
  const [fault, setFault] = useHeldState(`led case fault ${documentId}`, '')
  const load = useCallback(() => {
    get<Told>(`/desk/officials/cases/${documentId}`).then(
      ({ data }) => {
        setPage(data)
        setFault('')
      },
      (error: unknown) => setFault(messageOf(error)),
    )
  }, [documentId, get, setPage, setFault])
  useEffect(load, [load])
  if (page) return <Shown page={page} fault={fault} onDone={load} />
  return fault ? <DeskNotice words={fault} isFault /> : <Page.Loading>正在打开…</Page.Loading>
}

/** A case as the leading official who has it reads it, and writes down how they met the petitioner. */
export default function LedCasePage() {
  const { documentId = '' } = useParams()
  return <Opened key={documentId} documentId={documentId} />
}
