import { Box, Button, Field, Flex, Radio, Textarea, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import {
  handOverFile,
  handOverFormats,
  handOverReason,
  mostTicked,
  type HandOverFormat,
  type HandOverRequest,
  type HandOverTicket,
} from '../../contracts/cases/hand-over.ts'
import type { QueueRow } from '../../contracts/cases/queue.ts'
import { fetchByForm } from '../desk/fetch-by-form'
import { Sheet } from '../desk/Sheet'
import { useSend } from '../desk/use-send'
import { useHeldState } from '../saving/use-held-state'
import type { Asked } from './question-address'
import type { Ticks } from './use-ticks'

type Props = { asked: Asked; found: number; rows: QueueRow[]; ticks: Ticks }

/** 移交: cases that are ticked, or all that the queue shows, as a file for another system; a reason is asked. */
export function HandOver({ asked, found, rows, ticks }: Props) {
  const { post } = useFetchClient()
  const [reason, setReason] = useHeldState('queue hand-over reason', '')
  const [format, setFormat] = useHeldState<HandOverFormat>('queue hand-over format', 'json')
  const [said, setSaid] = useHeldState('queue hand-over said', '')
  const { fault, setFault, busy, send } = useSend('queue hand-over')
  const page = rows.map(({ documentId }) => documentId)
  const isWholePage = page.every((id) => ticks.ids.includes(id))

  const take = (isTicked: boolean) =>
    send(async () => {
      setSaid('')
      const question = Object.fromEntries(
        Object.entries(asked).filter(([name, value]) => name !== 'page' && Boolean(value)),
      )
      const request: HandOverRequest = {
        format,
        reason,
        question,
        cases: isTicked ? [...ticks.ids] : null,
      }
      const { data } = await post<HandOverTicket>('/desk/cases/hand-over', request)
      fetchByForm(handOverFile.address, { [handOverFile.field]: data.ticket }, () => {
        setSaid('')
        setFault('没有存成：请再点一次。')
      })
      setSaid(
        `正在由浏览器保存“${data.name}”，共 ${data.found} 件。打不开的办件会在文件里列出编号。`,
      )
    })

  return (
    <Sheet aria-label="移交办件">
      <Flex direction="column" alignItems="stretch" gap={4} style={{ maxWidth: 680 }}>
        <Typography>
          把办件存成文件，交给别的系统。文件里有信访人和全部内容，没有加密，请妥善保管；谁、为什么移交会记下来。
        </Typography>
        <Field.Root>
          <Field.Label>存成</Field.Label>
          <Radio.Group
            aria-label="存成"
            value={format}
            onValueChange={(value: string) => setFormat(value as HandOverFormat)}
          >
            {Object.entries(handOverFormats).map(([value, { name }]) => (
              <Radio.Item key={value} value={value}>
                {name}
              </Radio.Item>
            ))}
          </Radio.Group>
        </Field.Root>
        <Field.Root
          hint={`${handOverReason.min} 到 ${handOverReason.max} 个字；不要写信访人的名字`}
        >
          <Field.Label>移交的原因</Field.Label>
          <Textarea
            value={reason}
            onChange={({ target }: { target: { value: string } }) => setReason(target.value)}
          />
          <Field.Hint />
        </Field.Root>
        <Flex gap={3} wrap="wrap">
          <Button loading={busy} disabled={ticks.ids.length === 0} onClick={() => void take(true)}>
            {`移交勾选的 ${ticks.ids.length} 件`}
          </Button>
          <Button variant="secondary" loading={busy} onClick={() => void take(false)}>
            {`移交列出的全部 ${found} 件`}
          </Button>
          <Button variant="tertiary" onClick={() => ticks.toggleAll(page)}>
            {isWholePage ? '本页都不选' : '勾选本页'}
          </Button>
          {ticks.ids.length > 0 && (
            <Button variant="tertiary" onClick={ticks.clear}>
              全部不选
            </Button>
          )}
        </Flex>
        {ticks.isFull && <Typography>{`一次最多勾选 ${mostTicked} 件。`}</Typography>}
        {fault !== '' && (
          <Typography role="alert" textColor="danger600">
            {fault}
          </Typography>
        )}
        {said !== '' && (
          <Box>
            <Typography role="status" textColor="success700">
              {said}
            </Typography>
          </Box>
        )}
      </Flex>
    </Sheet>
  )
}
