import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  Typography,
} from '@strapi/design-system'
import {
  leadingOutcomes,
  type LeadingOutcome,
  type LeadingRequest,
} from '../../../contracts/leading.ts'
import { messageOf } from '../../error-message'
import { useHeldState } from '../../saving/use-held-state'
import { useKeptFields } from '../../saving/use-kept-fields'

type Props = { name: string; onSend: (asked: LeadingRequest) => Promise<void> }

/** The form by which it is written down what came of it that an official had the case. */
export function EndForm({ name, onSend }: Props) {
  const { fields, change, clear } = useKeptFields(name, { outcome: '', record: '' })
  const [fault, setFault] = useHeldState(`${name} fault`, '')
  const [busy, setBusy] = useHeldState(`${name} busy`, false)

  async function send() {
    if (!fields.outcome) return setFault('请选择结果。')
    setFault('')
    setBusy(true)
    try {
      const { record } = fields
      await onSend({ kind: 'end', outcome: fields.outcome as LeadingOutcome, record })
      clear()
    } catch (error) {
      setFault(messageOf(error))
    }
    setBusy(false)
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root name={`${name}-outcome`}>
        <Field.Label>结果</Field.Label>
        <SingleSelect
          placeholder="请选择"
          value={fields.outcome}
          onChange={(outcome) => change({ outcome: String(outcome) })}
        >
          {Object.entries(leadingOutcomes).map(([outcome, word]) => (
            <SingleSelectOption key={outcome} value={outcome}>
              {word}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name={`${name}-record`}>
        <Field.Label>经过</Field.Label>
        <Textarea
          rows={3}
          style={{ fontSize: 16, lineHeight: 1.7 }}
          value={fields.record}
          onChange={(event) => change({ record: event.target.value })}
        />
      </Field.Root>
      {fault && (
        <Typography textColor="danger600" role="alert">
          {fault}
        </Typography>
      )}
      <Flex>
        <Button loading={busy} onClick={() => void send()}>
          结束包案
        </Button>
      </Flex>
    </Flex>
  )
}
