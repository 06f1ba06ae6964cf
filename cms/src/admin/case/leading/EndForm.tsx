import { Flex } from '@strapi/design-system'
import {
  leadingOutcomes,
  type LeadingOutcome,
  type LeadingRequest,
} from '../../../contracts/cases/leading.ts'
import { ChoiceField, SendRow, WordsField } from '../../desk/FormParts'
import { useSend } from '../../desk/use-send'
import { useKeptFields } from '../../saving/use-kept-fields'

type Props = { name: string; onSend: (asked: LeadingRequest) => Promise<void> }

const outcomes = Object.entries(leadingOutcomes).map(([value, word]) => ({ value, word }))

/** The form by which it is written down what came of it that an official had the case. */
export function EndForm({ name, onSend }: Props) {
  const { fields, change, clear } = useKeptFields(name, { outcome: '', record: '' })
  const { fault, setFault, busy, send } = useSend(name)
  const { outcome, record } = fields

  function end() {
    if (!outcome) return setFault('请选择结果。')
    void send(async () => {
      await onSend({ kind: 'end', outcome: outcome as LeadingOutcome, record })
      clear()
    })
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <ChoiceField
        name={`${name}-outcome`}
        label="结果"
        choices={outcomes}
        value={outcome}
        onChange={(chosen) => change({ outcome: chosen })}
      />
      <WordsField
        name={`${name}-record`}
        label="经过"
        rows={3}
        value={record}
        onChange={(text) => change({ record: text })}
      />
      <SendRow button="结束包案" fault={fault} busy={busy} onSend={end} />
    </Flex>
  )
}
