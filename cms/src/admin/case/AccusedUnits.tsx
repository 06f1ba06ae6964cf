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
import { messageOf } from './message'

type Props = { address: string; all: string[]; chosen: string[]; confirmed: boolean }

/** Records which units a case accuses: the case goes to none of them, and none of them sees it. */
export function AccusedUnits({ address, all, chosen, confirmed }: Props) {
  const { put } = useFetchClient()
  const { toggleNotification } = useNotification()
  const [editing, setEditing] = useState(!confirmed)
  const [units, setUnits] = useState(chosen)
  const [busy, setBusy] = useState(false)

  async function save() {
    setBusy(true)
    try {
      await put(`${address}/accused-units`, { units })
      window.location.reload()
    } catch (error) {
      toggleNotification({ type: 'danger', message: messageOf(error) })
      setBusy(false)
    }
  }

  if (!editing) {
    return (
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography fontWeight="semiBold">被检举控告的单位</Typography>
        <Typography>{chosen.join('、') || '没有指明单位'}</Typography>
        <Typography variant="pi" textColor="neutral600">
          不能转给这些单位，它们的账号也看不到（条例第三十条）。
        </Typography>
        <Button variant="tertiary" onClick={() => setEditing(true)}>
          修改
        </Button>
      </Flex>
    )
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
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
      <Button variant="secondary" loading={busy} onClick={() => void save()}>
        {units.length > 0 ? '确认这些单位' : '确认没有指明单位'}
      </Button>
    </Flex>
  )
}
