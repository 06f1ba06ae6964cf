import { longMoment } from '@portal/content/calendar/wording'
import {
  Box,
  Button,
  Field,
  Flex,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { LeaveWarning } from '../saving/LeaveWarning'
import { useHeldState } from '../saving/use-held-state'
import { isWritten, useKeptFields } from '../saving/use-kept-fields'
import { formOf, forms, type FormKind } from './actions'
import type { CaseDeskState, Happening } from '../../contracts/case-desk.ts'
import { CaseEvents } from './CaseEvents'
import { ChoiceField, DayField } from './StepFields'
import { messageOf } from '../error-message'
import { happenedIn } from './changed-case'

type Props = {
  documentId: string
  desk: CaseDeskState
  kind: FormKind
  /** The case is being read anew: a step taken now would be about an older one. */
  isReading: boolean
  /** The case is not what was read: it is to be read anew. */
  onChanged: () => void
  onDone: () => void
}
type Fields = {
  unit?: string
  body: string
  days?: number
  day?: string
  choice?: string
  text: string
  reason?: string
}

/** A yes or no is chosen by its word. */
const sentAs = (choice?: string) =>
  choice === 'true' || choice === 'false' ? choice === 'true' : choice

const empty: Fields = { body: '', text: '' }

/** What one step asks for, and the button that takes it. What is typed stays until it is sent. */
export function ActionFields({ documentId, desk, kind, isReading, onChanged, onDone }: Props) {
  const { post } = useFetchClient()
  const { fields, change, keptAt, clear } = useKeptFields(formOf(documentId, kind), empty)
  const name = formOf(documentId, kind)
  const [happened, setHappened] = useHeldState<Happening[]>(`${name} happened`, [])
  const [refusal, setRefusal] = useHeldState(`${name} refusal`, '')
  const [busy, setBusy] = useHeldState(`${name} busy`, false)
  const { body, days, day, choice, text, reason = '', unit = desk.unit ?? '' } = fields
  const form = forms[kind]
  const asksUnit = form.unit && desk.units.length > 0
  const allowed = desk.actions.includes(kind)

  async function take() {
    setBusy(true)
    setRefusal('')
    try {
      await post(`/desk/cases/${documentId}/steps`, {
        kind,
        ...(asksUnit ? { unit } : {}),
        ...(form.body ? { body } : {}),
        ...(form.days ? { days } : {}),
        ...(form.day ? { [form.day.name]: day } : {}),
        ...(form.choice ? { [form.choice.name]: sentAs(choice) } : {}),
        ...(form.text ? { [form.text.name]: text } : {}),
        ...(form.reason ? { reason } : {}),
        seen: desk.seen,
      })
      clear()
      setHappened([])
      onDone()
    } catch (error) {
      const events = happenedIn(error)
      setHappened(events ?? happened)
      setRefusal(events ? '' : messageOf(error))
      if (events) onChanged()
    }
    setBusy(false)
  }

  const incomplete =
    (asksUnit && !unit) ||
    (form.body && !body.trim()) ||
    (form.days && days === undefined) ||
    (form.day && !day) ||
    (form.choice && !choice) ||
    (form.text && !text.trim()) ||
    (form.reason && !reason.trim())
  return (
    <Box background="neutral100" padding={3} hasRadius role="group" aria-label={form.button}>
      {isWritten(fields) && (
        <LeaveWarning
          title={`“${form.button}”还没有提交`}
          text="写的内容暂存在这个窗口：回到这一件还在，关掉窗口就没有了。"
        />
      )}
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="pi">{form.hint}</Typography>
        {happened.length > 0 && <CaseEvents events={happened} />}
        {(keptAt || !allowed) && (
          <Flex gap={2} wrap="wrap">
            <Typography variant="pi">
              {keptAt ? `${longMoment(keptAt)}写的，还没有提交。` : '还没有提交。'}
            </Typography>
            <Button variant="tertiary" size="S" onClick={clear}>
              清空
            </Button>
          </Flex>
        )}
        {asksUnit && (
          <Field.Root required>
            <Field.Label>承办单位</Field.Label>
            <SingleSelect
              value={unit}
              placeholder="请选择"
              onChange={(name) => change({ unit: String(name) })}
            >
              {desk.units.map((name) => (
                <SingleSelectOption key={name} value={name}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        )}
        {form.body && (
          <Field.Root required>
            <Field.Label>{form.body}</Field.Label>
            <TextInput value={body} onChange={(event) => change({ body: event.target.value })} />
          </Field.Root>
        )}
        {form.days && (
          <Field.Root required hint={`1 到 ${form.days.most} 日`}>
            <Field.Label>{form.days.label}</Field.Label>
            <NumberInput value={days} onValueChange={(value) => change({ days: value })} />
            <Field.Hint />
          </Field.Root>
        )}
        {form.day && (
          <DayField label={form.day.label} day={day} onChange={(value) => change({ day: value })} />
        )}
        {form.choice && (
          <ChoiceField
            {...form.choice}
            value={choice}
            onChange={(value) => change({ choice: value })}
          />
        )}
        {form.text && (
          <Field.Root required>
            <Field.Label>{form.text.label}</Field.Label>
            <Textarea
              rows={10}
              value={text}
              onChange={(event) => change({ text: event.target.value })}
            />
          </Field.Root>
        )}
        {form.reason && (
          <Field.Root required>
            <Field.Label>{form.reason.label}</Field.Label>
            <TextInput
              value={reason}
              onChange={(event) => change({ reason: event.target.value })}
            />
          </Field.Root>
        )}
        {!allowed && (
          <Typography variant="pi" textColor="warning700" role="alert">
            {`现在不能再“${form.button}”：这一件已经到了下一步。您写的还在，需要的可以复制到别处，不要了就清空。`}
          </Typography>
        )}
        {refusal && (
          <Typography variant="pi" textColor="danger600" role="alert">
            {refusal}
          </Typography>
        )}
        {allowed && (
          <Button loading={busy || isReading} disabled={incomplete} onClick={() => void take()}>
            {happened.length > 0 ? `看过变化，确认${form.button}` : `确认${form.button}`}
          </Button>
        )}
      </Flex>
    </Box>
  )
}
