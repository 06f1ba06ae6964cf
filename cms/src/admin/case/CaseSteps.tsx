import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  Typography,
} from '@strapi/design-system'
import { useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useCallback, useEffect, useState } from 'react'
import { forms, type ActionKind } from './actions'

type Desk = { actions: ActionKind[]; units: string[]; unit: string | null }

function messageOf(error: unknown): string {
  const response = (error as { response?: { data?: { error?: { message?: string } } } }).response
  return response?.data?.error?.message ?? '没有办成：请检查网络后再试。'
}

/** The steps that a case allows: choose one, fill what it asks for, do it. */
export function CaseSteps({ documentId }: { documentId: string }) {
  const { get, post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const [desk, setDesk] = useState<Desk | null>(null)
  const [chosen, setChosen] = useState<ActionKind | null>(null)
  const [unit, setUnit] = useState('')
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const address = `/desk/cases/${documentId}`

  const load = useCallback(async () => {
    const { data } = await get<Desk>(`${address}/actions`)
    setDesk(data)
    setUnit(data.unit ?? '')
  }, [address, get])

  useEffect(() => {
    load().catch((error: unknown) =>
      toggleNotification({ type: 'danger', message: messageOf(error) }),
    )
  }, [load, toggleNotification])

  async function take(kind: ActionKind) {
    const form = forms[kind]
    setBusy(true)
    try {
      await post(`${address}/steps`, {
        kind,
        ...(form.unit ? { unit } : {}),
        ...(form.text ? { [form.text.name]: text } : {}),
      })
      // The edit view holds the entry as it was; loading the page anew shows the new state everywhere.
      window.location.reload()
    } catch (error) {
      toggleNotification({ type: 'danger', message: messageOf(error) })
      setBusy(false)
    }
  }

  if (!desk) return <Typography textColor="neutral600">正在读取…</Typography>
  if (desk.actions.length === 0) return <Typography>已办结，没有待办步骤。</Typography>
  const form = chosen && forms[chosen]
  const incomplete = Boolean(form && ((form.unit && !unit) || (form.text && !text.trim())))
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {desk.actions.map((kind, index) => (
        <Button
          key={kind}
          fullWidth
          variant={index === 0 ? 'default' : 'secondary'}
          aria-pressed={chosen === kind}
          onClick={() => setChosen(kind)}
        >
          {forms[kind].button}
        </Button>
      ))}
      {form && chosen && (
        <Box background="neutral100" padding={3} hasRadius role="group" aria-label={form.button}>
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Typography variant="pi">{form.hint}</Typography>
            {form.unit && (
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
            {form.text && (
              <Field.Root required>
                <Field.Label>{form.text.label}</Field.Label>
                <Textarea
                  rows={10}
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                />
              </Field.Root>
            )}
            <Button loading={busy} disabled={incomplete} onClick={() => void take(chosen)}>
              确认{form.button}
            </Button>
          </Flex>
        </Box>
      )}
    </Flex>
  )
}
