import type { PublicFigures } from '@portal/content/schema/entries/public-figures'
import { longMoment } from '@portal/content/calendar/wording'
import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import type { FiguresAnswer } from '../../contracts/figures/figures.ts'
import { messageOf } from '../error-message'
import { PublicTables } from './PublicTables'

type Records = { released: PublicFigures | null; next: PublicFigures }
type Props = { answer: FiguresAnswer; onChanged: (answer: FiguresAnswer) => void }

/** 公布到网站: what citizens would see of a month that is over, and the step by which they do. */
export function Release({ answer, onChanged }: Props) {
  const { get, post } = useFetchClient()
  const { period, released } = answer
  const [records, setRecords] = useState<Records | null>(null)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState({ text: '', isFault: false })

  useEffect(() => {
    setRecords(null)
    setSaid({ text: '', isFault: false })
  }, [period.id])

  async function run(work: () => Promise<string>) {
    setBusy(true)
    try {
      setSaid({ text: await work(), isFault: false })
    } catch (error) {
      setSaid({ text: messageOf(error), isFault: true })
    }
    setBusy(false)
  }
  const preview = () =>
    run(async () => {
      const address = `/desk/cases/figures/public-record?period=${period.id}`
      setRecords((await get<Records>(address)).data)
      return ''
    })
  const change = (isPublic: boolean) =>
    run(async () => {
      const { data } = await post<FiguresAnswer>('/desk/cases/figures/release', {
        month: period.id,
        isPublic,
      })
      setRecords(null)
      onChanged(data)
      return isPublic
        ? '已公布。网站正在更新，几分钟后可以在“公示统计”看到。'
        : '已撤下。网站正在更新，几分钟后就看不到了。'
    })

  return (
    <Box background="neutral0" padding={5} hasRadius>
      <Flex direction="column" alignItems="flex-start" gap={3}>
        <Typography>
          {released
            ? `${released.by} ${longMoment(released.at)}公布了这个月的统计。`
            : '这个月的统计还没有公布。'}
          公布的只有件数；少于 5 件的，和单凭合计能推算出来的，都不显示；不列单位。
        </Typography>
        <Flex gap={2} wrap="wrap">
          {!records && (
            <Button variant="secondary" loading={busy} onClick={() => void preview()}>
              {released ? '看现在的数字，重新公布' : '看看公布什么'}
            </Button>
          )}
          {records && (
            <Button loading={busy} onClick={() => void change(true)}>
              {released ? '用现在的数字重新公布' : '公布到网站'}
            </Button>
          )}
          {released && (
            <Button variant="danger-light" loading={busy} onClick={() => void change(false)}>
              从网站撤下
            </Button>
          )}
        </Flex>
        {said.text && (
          <Typography
            role={said.isFault ? 'alert' : 'status'}
            textColor={said.isFault ? 'danger600' : 'success700'}
          >
            {said.text}
          </Typography>
        )}
        {records && <PublicTables record={records.next} />}
      </Flex>
    </Box>
  )
}
