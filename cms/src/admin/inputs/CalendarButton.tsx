import { Box, IconButton } from '@strapi/design-system'
import { Calendar } from '@strapi/icons'
import { useRef } from 'react'
import { firstYear, lastYear } from '../../writing/days.ts'

type Props = {
  label: string
  day: string
  disabled?: boolean | undefined
  onPick: (day: string) => void
}

/** Opens the browser's own calendar, for whoever would rather point than type. */
export function CalendarButton({ label, day, disabled, onPick }: Props) {
  const calendar = useRef<HTMLInputElement>(null)
  return (
    <Box position="relative">
      <input
        ref={calendar}
        type="date"
        tabIndex={-1}
        aria-hidden
        value={day}
        min={`${firstYear}-01-01`}
        max={`${lastYear}-12-31`}
        onChange={(event) => event.target.value && onPick(event.target.value)}
        style={{ position: 'absolute', inset: 0, opacity: 0, pointerEvents: 'none' }}
      />
      <IconButton
        label={`从日历里选${label}`}
        variant="ghost"
        size="S"
        disabled={disabled}
        onClick={() => calendar.current?.showPicker()}
      >
        <Calendar />
      </IconButton>
    </Box>
  )
}
