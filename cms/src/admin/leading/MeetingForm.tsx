import { shanghaiDay } from '@portal/content/calendar/day'
import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system'
import { meetingWays, type MeetingWay } from '../../contracts/leading.ts'
import { messageOf } from '../error-message'
import { useHeldState } from '../saving/use-held-state'
import { useKeptFields } from '../saving/use-kept-fields'

const empty = { way: '', on: '', record: '', result: '' }

type Meeting = { way: MeetingWay; on: string; record: string; result: string }
type Props = { name: string; onSend: (met: Meeting) => Promise<void> }

/** The form in which a visit or a talk of a leading official is written down. */
export function MeetingForm({ name, onSend }: Props) {
  const { fields, change, clear } = useKeptFields(name, empty)
  const [fault, setFault] = useHeldState(`${name} fault`, '')
  const [busy, setBusy] = useHeldState(`${name} busy`, false)
  const on = fields.on || shanghaiDay(new Date())

  async function send() {
    if (!fields.way) return setFault('请选择走访、约谈还是接访。')
    setFault('')
    setBusy(true)
    try {
      await onSend({ ...fields, way: fields.way as MeetingWay, on })
      clear()
    } catch (error) {
      setFault(messageOf(error))
    }
    setBusy(false)
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={4} wrap="wrap" alignItems="flex-start">
        <Field.Root name={`${name}-way`} style={{ flex: '1 1 160px' }}>
          <Field.Label>怎样见的</Field.Label>
          <SingleSelect
            placeholder="请选择"
            value={fields.way}
            onChange={(way) => change({ way: String(way) })}
          >
            {Object.entries(meetingWays).map(([way, word]) => (
              <SingleSelectOption key={way} value={way}>
                {word}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        <Field.Root name={`${name}-on`} style={{ flex: '1 1 160px' }}>
          <Field.Label>哪一天</Field.Label>
          <TextInput
            type="date"
            value={on}
            onChange={({ target }: { target: { value: string } }) => change({ on: target.value })}
          />
        </Field.Root>
      </Flex>
      <Field.Root name={`${name}-record`}>
        <Field.Label>说了什么</Field.Label>
        <Textarea
          rows={4}
          style={{ fontSize: 16, lineHeight: 1.7 }}
          value={fields.record}
          onChange={(event) => change({ record: event.target.value })}
        />
      </Field.Root>
      <Field.Root name={`${name}-result`} hint="没有结果的不用写。记入办理过程，信访人看不到。">
        <Field.Label>结果</Field.Label>
        <Textarea
          rows={2}
          style={{ fontSize: 16, lineHeight: 1.7 }}
          value={fields.result}
          onChange={(event) => change({ result: event.target.value })}
        />
        <Field.Hint />
      </Field.Root>
      {fault && (
        <Typography textColor="danger600" role="alert">
          {fault}
        </Typography>
      )}
      <Flex>
        <Button loading={busy} onClick={() => void send()}>
          记下走访约谈
        </Button>
      </Flex>
    </Flex>
  )
}
