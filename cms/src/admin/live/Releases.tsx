import { longMoment } from '@portal/content/calendar/wording'
import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system'
import { useAuth, useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { messageOf } from '../error-message'
import type { KeptRelease, KeptReleases } from '../../contracts/publications/releases.ts'
import { editionPermissions } from '../../contracts/permissions.ts'

/** Goes back to an earlier release, or makes the last one anew; for publishers. */
export function Releases({ failed }: { failed: boolean }) {
  const { get, post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const may = useAuth('Releases', ({ permissions }) =>
    permissions.some(({ action }) => action === editionPermissions.publish),
  )
  const [kept, setKept] = useState<KeptRelease[] | null>(null)
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  if (!may) return null

  async function act(work: () => Promise<unknown>, done?: string) {
    setBusy(true)
    try {
      await work()
      if (done) toggleNotification({ type: 'success', message: done })
    } catch (error) {
      toggleNotification({ type: 'danger', message: messageOf(error) })
    }
    setBusy(false)
  }
  const open = async () => {
    const { data } = await get<KeptReleases>('/desk/releases')
    setKept(data.releases)
  }
  const back = () =>
    act(async () => {
      await post('/desk/releases/current', { name, reason })
      setKept(null)
    }, '已退回，一秒内生效。')
  const again = () => act(() => post('/desk/releases', {}), '已重新生成，稍后刷新查看。')

  if (!kept) {
    return (
      <Flex gap={2} wrap="wrap">
        <Button variant="secondary" loading={busy} onClick={() => void act(open)}>
          退回较早的版本
        </Button>
        {failed && (
          <Button variant="secondary" loading={busy} onClick={() => void again()}>
            重新生成
          </Button>
        )}
      </Flex>
    )
  }
  const others = kept.filter(({ current }) => !current)
  return (
    <Box background="neutral100" padding={3} hasRadius role="group" aria-label="退回较早的版本">
      <Flex direction="column" alignItems="stretch" gap={3}>
        {others.length === 0 && <Typography>没有别的版本可以退回。</Typography>}
        <Field.Root required>
          <Field.Label>版本</Field.Label>
          <SingleSelect
            value={name}
            placeholder="请选择"
            onChange={(value) => setName(String(value))}
          >
            {others.map((release) => (
              <SingleSelectOption key={release.name} value={release.name}>
                {`${longMoment(release.at)} 生成`}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        <Field.Root required>
          <Field.Label>退回原因</Field.Label>
          <TextInput value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        </Field.Root>
        <Flex gap={2}>
          <Button
            variant="danger"
            loading={busy}
            disabled={!name || reason.trim().length < 2}
            onClick={() => void back()}
          >
            确认退回
          </Button>
          <Button variant="tertiary" onClick={() => setKept(null)}>
            不退回
          </Button>
        </Flex>
      </Flex>
    </Box>
  )
}
