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
import { useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { forms, type ActionKind } from './actions'
import type { Desk } from './desk'
import { messageOf } from './message'

type Props = { address: string; desk: Desk; kind: ActionKind }

/** What one step asks for, and the button that takes it. */
export function ActionFields({ address, desk, kind }: Props) {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const [unit, setUnit] = useState(desk.unit ?? '')
  const [body, setBody] = useState('')
  const [days, setDays] = useState<number | undefined>()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const form = forms[kind]
  const asksUnit = form.unit && desk.units.length > 0

  async function take() {
    setBusy(true)
    try {
      await post(`${address}/steps`, {
        kind,
        ...(asksUnit ? { unit } : {}),
        ...(form.body ? { body } : {}),
        ...(form.days ? { days } : {}),
        ...(form.text ? { [form.text.name]: text } : {}),
      })
      // The edit view holds the entry as it was; loading the page anew shows the new state everywhere.
      window.location.reload()
    } catch (error) {
      toggleNotification({ type: 'danger', message: messageOf(error) })
      setBusy(false)
    }
  }

  const incomplete =
    (asksUnit && !unit) ||
    (form.body && !body.trim()) ||
    (form.days && days === undefined) ||
    (form.text && !text.trim())
  return (
    <Box background="neutral100" padding={3} hasRadius role="group" aria-label={form.button}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="pi">{form.hint}</Typography>
        {asksUnit && (
          <Field.Root required>
            <Field.Label>承办单位</Field.Label>
            <SingleSelect
              value={unit}
              placeholder="请选择"
              onChange={(name) => setUnit(String(name))}
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
            <TextInput value={body} onChange={(event) => setBody(event.target.value)} />
          </Field.Root>
        )}
        {form.days && (
          <Field.Root required hint={`1 到 ${form.days.most} 日`}>
            <Field.Label>{form.days.label}</Field.Label>
            <NumberInput value={days} onValueChange={setDays} />
            <Field.Hint />
          </Field.Root>
        )}
        {form.text && (
          <Field.Root required>
            <Field.Label>{form.text.label}</Field.Label>
            <Textarea rows={10} value={text} onChange={(event) => setText(event.target.value)} />
          </Field.Root>
        )}
        <Button loading={busy} disabled={incomplete} onClick={() => void take()}>
          确认{form.button}
        </Button>
      </Flex>
    </Box>
  )
}
