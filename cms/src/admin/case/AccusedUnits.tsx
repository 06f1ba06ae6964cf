import {
  Button,
  Field,
  Flex,
  MultiSelect,
  MultiSelectOption,
  Typography,
} from '@strapi/design-system'
import { useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import type { Named } from './desk'
import { messageOf } from './message'
import { NamedUnits, type Answer } from './NamedUnits'

type Props = {
  address: string
  all: string[]
  chosen: string[]
  confirmed: boolean
  named: Named[]
  /** An accusation: somebody must say whom it accuses, though it names nobody. */
  must: boolean
}

/** Records which units a case accuses: the case goes to none of them, and none of them sees it. */
export function AccusedUnits({ address, all, chosen, confirmed, named, must }: Props) {
  const { put } = useFetchClient()
  const { toggleNotification } = useNotification()
  const [editing, setEditing] = useState(named.length > 0 || (must && !confirmed))
  const [units, setUnits] = useState(chosen)
  const [answers, setAnswers] = useState<Record<string, Answer>>({})
  const [busy, setBusy] = useState(false)

  async function save() {
    setBusy(true)
    try {
      const answered = (wanted: Answer) =>
        named.map(({ name }) => name).filter((name) => answers[name] === wanted)
      const accused = [...new Set([...units, ...answered('accused')])]
      await put(`${address}/accused-units`, { units: accused, cleared: answered('cleared') })
      window.location.reload()
    } catch (error) {
      toggleNotification({ type: 'danger', message: messageOf(error) })
      setBusy(false)
    }
  }

  const open = named.filter(({ name }) => !answers[name] && !units.includes(name)).length
  const some = units.length > 0 || Object.values(answers).includes('accused')

  if (!editing) {
    return (
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography fontWeight="semiBold">被检举控告的单位</Typography>
        <Typography>{chosen.join('、') || '没有指明单位'}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {chosen.length > 0
            ? '不能转给这些单位，它们的账号也看不到（条例第三十条）。'
            : '信访人检举控告单位或者其工作人员的，请填写，不论信访类别是什么（条例第三十条）。'}
        </Typography>
        <Button variant="tertiary" onClick={() => setEditing(true)}>
          {chosen.length > 0 ? '修改' : '填写'}
        </Button>
      </Flex>
    )
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <NamedUnits
        named={named.filter(({ name }) => !units.includes(name))}
        answers={answers}
        onAnswer={(name, answer) => setAnswers((before) => ({ ...before, [name]: answer }))}
      />
      <Field.Root
        name="accused"
        hint="保存后，这些单位的账号立即看不到本件；正由其办理的，收回另行转送。"
      >
        <Field.Label>被检举控告的单位</Field.Label>
        <MultiSelect
          value={units}
          placeholder="没有指明单位"
          withTags
          onChange={(names: string[]) => setUnits(names)}
        >
          {all.map((name) => (
            <MultiSelectOption key={name} value={name}>
              {name}
            </MultiSelectOption>
          ))}
        </MultiSelect>
        <Field.Hint />
      </Field.Root>
      <Button variant="secondary" loading={busy} disabled={open > 0} onClick={() => void save()}>
        {some ? '确认这些单位' : '确认没有指明单位'}
      </Button>
    </Flex>
  )
}
