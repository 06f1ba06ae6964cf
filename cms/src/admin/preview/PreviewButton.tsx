import { Button, Flex, Link, Typography } from '@strapi/design-system'
import { useFetchClient, useForm, useNotification } from '@strapi/strapi/admin'
import { useHeldState } from '../saving/use-held-state'
import { messageOf } from '../error-message'

type Props = { uid: string; documentId: string }

/** Makes a preview of what is saved, and gives the way to it. */
export function PreviewButton({ uid, documentId }: Props) {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const modified = useForm('PreviewButton', (form: { modified: boolean }) => form.modified)
  const [busy, setBusy] = useHeldState(`preview ${documentId} busy`, false)
  const [address, setAddress] = useHeldState(`preview ${documentId}`, '')

  async function make() {
    setBusy(true)
    setAddress('')
    try {
      const { data } = await post<{ address: string }>(`/desk/previews/${uid}/${documentId}`)
      setAddress(data.address)
    } catch (error) {
      toggleNotification({ type: 'danger', message: messageOf(error) })
    }
    setBusy(false)
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Button variant="secondary" fullWidth loading={busy} onClick={() => void make()}>
        {busy ? '正在生成，约十几秒' : '生成预览'}
      </Button>
      {modified && <Typography variant="pi">预览的是上次保存的内容。</Typography>}
      {address && (
        <Link href={address} isExternal>
          打开预览（一刻钟内有效）
        </Link>
      )}
    </Flex>
  )
}
