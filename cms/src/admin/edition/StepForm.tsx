import { longMoment } from '@portal/content/calendar/wording'
import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import type { ChangeEvent } from 'react'
import { DayText } from '../inputs/DayText'
import { TypedText } from '../inputs/TypedText'
import { dayWay, timeWay } from '../inputs/typed-formats'
import { useHeldState } from '../saving/use-held-state'
import { isWritten, useKeptFields } from '../saving/use-kept-fields'
import { forms } from './forms'
import { Doubts } from './Doubts'
import { Unread } from './Unread'
import { messageOf } from '../error-message'
import type { UnreadFile, PrivacyHit, StepKind } from '../../contracts/publications/editions.ts'

type Props = {
  address: string
  kind: StepKind
  hits: PrivacyHit[]
  doubts: PrivacyHit[]
  unread: UnreadFile[]
  /** When the draft on the page was saved. */
  seen: string | undefined
  onDone: (kind: StepKind) => void
}
type Typed = ChangeEvent<HTMLInputElement | HTMLTextAreaElement>

const empty = { reason: '', note: '', day: '', time: '' }

/** Asks for what a step needs, and takes it. A refusal stays on the page until it is mended. */
export function StepForm({ address, kind, hits, doubts, unread, seen, onDone }: Props) {
  const { post } = useFetchClient()
  const { fields, change, keptAt, clear } = useKeptFields(`step ${address} ${kind}`, empty)
  const { reason, note, day, time } = fields
  const name = `step ${address} ${kind} ${seen ?? ''}`
  const [refusal, setRefusal] = useHeldState(`${name} refusal`, '')
  const [isLooked, setLooked] = useHeldState(`${name} looked`, false)
  const [isPublic, setPublic] = useHeldState(`${name} public`, false)
  const [busy, setBusy] = useHeldState(`${name} busy`, false)
  const form = forms[kind]
  if (!form) return null

  async function take() {
    setBusy(true)
    try {
      await post(`${address}/steps`, {
        kind,
        ...(form?.reason ? { reason } : {}),
        ...(form?.note ? { note } : {}),
        // The office's clock, whatever the browser's.
        ...(form?.at ? { at: `${day}T${time}:00+08:00` } : {}),
        ...(kind === 'approve'
          ? { looked: [...doubts, ...unread].map(({ digest }) => digest) }
          : {}),
        ...(kind === 'override' ? { digests: hits.map(({ digest }) => digest) } : {}),
        ...(seen ? { seen } : {}),
      })
      clear()
      onDone(kind)
    } catch (error) {
      setRefusal(messageOf(error))
    }
    setBusy(false)
  }

  const text = (label: string, value: string, enter: (value: string) => void) => (
    <Field.Root required>
      <Field.Label>{label}</Field.Label>
      <Textarea value={value} onChange={(event: Typed) => enter(event.target.value)} />
    </Field.Root>
  )
  const toLook = kind === 'approve' && unread.length > 0
  const toConfirm = kind === 'approve' && doubts.length > 0
  const incomplete =
    (toConfirm && !isPublic) ||
    (toLook && !isLooked) ||
    Boolean(form.at && !(dayWay.read(day) && timeWay.read(time))) ||
    Boolean(form.reason && reason.trim().length < 2) ||
    Boolean(form.note && note.trim().length < 2)
  return (
    <Box background="neutral100" padding={3} hasRadius role="group" aria-label={form.button}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="pi">{form.hint}</Typography>
        {toConfirm && <Doubts places={doubts} isPublic={isPublic} onPublic={setPublic} />}
        {toLook && <Unread files={unread} isLooked={isLooked} onLooked={setLooked} />}
        {keptAt && isWritten(fields) && (
          <Flex gap={2} wrap="wrap">
            <Typography variant="pi">{longMoment(keptAt)}写的，还没有提交。</Typography>
            <Button variant="tertiary" size="S" onClick={clear}>
              清空
            </Button>
          </Flex>
        )}
        {form.at && (
          <>
            <DayText
              name="day"
              label={`${form.at}日期`}
              required
              value={day}
              onChange={(day) => change({ day })}
            />
            <TypedText
              name="time"
              label={`${form.at}时间（北京时间）`}
              required
              way={timeWay}
              value={time}
              onChange={(value) => change({ time: value ?? '' })}
            />
          </>
        )}
        {form.reason && text(form.reason, reason, (value) => change({ reason: value }))}
        {form.note && text(form.note, note, (value) => change({ note: value }))}
        {refusal && (
          <Typography variant="pi" textColor="danger600" role="alert">
            {refusal}
          </Typography>
        )}
        <Button loading={busy} disabled={incomplete} onClick={() => void take()}>
          确认{form.button}
        </Button>
      </Flex>
    </Box>
  )
}
