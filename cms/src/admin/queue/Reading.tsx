import { Box, Typography } from '@strapi/design-system'
import type { QueueReading } from '../../contracts/cases/queue.ts'
import { useReading } from './use-queue'

const digits = (count: number) => count.toLocaleString('zh-CN')

/** Says while the cases are still being read that not all are on the page yet. */
export function Reading({ first, onRead }: { first: QueueReading | null; onRead: () => void }) {
  const reading = useReading(first, onRead)
  if (reading === null) return null
  const { cases, percent } = reading
  return (
    <Box padding={4} background="warning100" hasRadius role="status">
      <Typography textColor="warning700">
        正在读取办件 {cases ? `${digits(cases.done)} / ${digits(cases.total)}` : `${percent}%`}
        。读完以前，列表和数目还不全；读完会自动更新。
      </Typography>
    </Box>
  )
}
