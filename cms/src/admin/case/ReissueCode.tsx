import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system'
import { useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useHeldState } from '../saving/use-held-state'
import { LeaveWarning } from '../saving/LeaveWarning'
import { useKeptFields } from '../saving/use-kept-fields'
import { messageOf } from '../error-message'
import type { NewQueryCode } from '../../contracts/cases/desk-state.ts'

/** Asks why, makes a new query code, and shows it this one time. */
export function ReissueCode({ documentId, onDone }: { documentId: string; onDone: () => void }) {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const [asking, setAsking] = useHeldState(`code ${documentId} asking`, false)
  const { fields, change, clear } = useKeptFields(`code ${documentId}`, { reason: '' })
  const { reason } = fields
  const [busy, setBusy] = useHeldState(`code ${documentId} busy`, false)
  const [code, setCode] = useHeldState(`code ${documentId} new`, '')

  async function reissue() {
    setBusy(true)
    try {
      const { data } = await post<NewQueryCode>(`/desk/cases/${documentId}/code`, { reason })
      setCode(data.code)
      clear()
      // Among the steps of the case there is one more now.
      onDone()
    } catch (error) {
      toggleNotification({ type: 'danger', message: messageOf(error) })
    }
    setBusy(false)
  }

  function finish() {
    setCode('')
    setAsking(false)
  }

  if (code) {
    return (
      <Box background="neutral100" padding={3} hasRadius width="100%" role="status">
        <Flex direction="column" alignItems="stretch" gap={3}>
          <LeaveWarning
            title="新的查询码还在屏幕上"
            text="离开以后就看不到它了。请先抄给信访人，再点“已经交给信访人”。"
          />
          <Typography variant="pi">新的查询码：</Typography>
          <Typography variant="alpha" tag="p" data-testid="new-code">
            {code}
          </Typography>
          <Typography variant="pi">
            只显示这一次。请当场抄给信访人，核对一遍。半分钟内生效，原来的查询码随即作废。
          </Typography>
          <Button variant="secondary" onClick={finish}>
            已经交给信访人
          </Button>
        </Flex>
      </Box>
    )
  }
  if (!asking) {
    return (
      <Button fullWidth variant="secondary" onClick={() => setAsking(true)}>
        补发查询码
      </Button>
    )
  }
  return (
    <Box
      padding={3}
      background="neutral100"
      hasRadius
      width="100%"
      role="group"
      aria-label="补发查询码"
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="pi">
          只给本人：先核对身份证件，与登记的姓名、联系方式一致再补发。经办人和原因会记入办理过程，信访人看得到。
        </Typography>
        <Field.Root required>
          <Field.Label>补发原因</Field.Label>
          <Textarea value={reason} onChange={(event) => change({ reason: event.target.value })} />
        </Field.Root>
        <Button loading={busy} disabled={reason.trim().length < 2} onClick={() => void reissue()}>
          确认补发
        </Button>
        <Button variant="tertiary" onClick={() => setAsking(false)}>
          不补发
        </Button>
      </Flex>
    </Box>
  )
}
