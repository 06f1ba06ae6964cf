import { Checkbox } from '@strapi/design-system'
import type { QueueRow } from '../../contracts/cases/queue.ts'
import type { Ticks } from './use-ticks'

/** Ticks a case of the queue. */
export function Tick({ row, ticks }: { row: QueueRow; ticks: Ticks }) {
  const { documentId, title, number } = row
  return (
    <Checkbox
      aria-label={`选择：${title || number}`}
      checked={ticks.ids.includes(documentId)}
      onCheckedChange={() => ticks.toggle(documentId)}
    />
  )
}
