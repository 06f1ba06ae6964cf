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
import type { LeadingRequest, OfficialChoice } from '../../../contracts/leading.ts'
import { messageOf } from '../../error-message'
import { useHeldState } from '../../saving/use-held-state'
import { useKeptFields } from '../../saving/use-kept-fields'

type Props = {
  name: string
  officials: OfficialChoice[]
  onSend: (asked: LeadingRequest) => Promise<void>
}

/** The form by which a case is taken on by an official; who is accused by it cannot be chosen. */
export function TakeOnForm({ name, officials, onSend }: Props) {
  const { fields, change, clear } = useKeptFields(name, { official: '', dueOn: '', note: '' })
  const [fault, setFault] = useHeldState(`${name} fault`, '')
  const [busy, setBusy] = useHeldState(`${name} busy`, false)
  const walled = officials.filter(({ wall }) => wall !== null)

  async function send() {
    setFault('')
    setBusy(true)
    try {
      await onSend({ kind: 'take-on', ...fields, dueOn: fields.dueOn || null })
      clear()
    } catch (error) {
      setFault(messageOf(error))
    }
    setBusy(false)
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root name={`${name}-official`}>
        <Field.Label>哪位领导</Field.Label>
        <SingleSelect
          placeholder="请选择职务"
          value={fields.official}
          onChange={(official) => change({ official: String(official) })}
        >
          {officials.map(({ id, office, wall }) => (
            <SingleSelectOption key={id} value={id} disabled={wall !== null}>
              {office}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {walled.map(({ id, office, wall }) => (
        <Typography key={id} variant="pi" tag="p" textColor="neutral700">
          {`${office}不能选：${wall}。`}
        </Typography>
      ))}
      <Field.Root name={`${name}-due`} hint="本局自己定的日子，可以不填。">
        <Field.Label>哪天以前办好</Field.Label>
        <TextInput
          type="date"
          value={fields.dueOn}
          onChange={({ target }: { target: { value: string } }) => change({ dueOn: target.value })}
        />
        <Field.Hint />
      </Field.Root>
      <Field.Root name={`${name}-note`}>
        <Field.Label>要求</Field.Label>
        <Textarea
          rows={2}
          style={{ fontSize: 16, lineHeight: 1.7 }}
          value={fields.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </Field.Root>
      {fault && (
        <Typography textColor="danger600" role="alert">
          {fault}
        </Typography>
      )}
      <Flex>
        <Button loading={busy} onClick={() => void send()}>
          交给这位领导包案
        </Button>
      </Flex>
    </Flex>
  )
}
