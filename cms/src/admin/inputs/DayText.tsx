import { CalendarButton } from './CalendarButton'
import { TypedText, type Texts, type Way } from './TypedText'
import { dayWay } from './typed-formats'

type Props = Omit<Texts, 'label'> & {
  label: string
  value: string
  way?: Way<string>
  error?: string | undefined
  onChange: (day: string) => void
}

/** A day that is typed as people are used to, or chosen from a calendar; `''` is none. */
export function DayText({ value, way = dayWay, onChange, ...rest }: Props) {
  return (
    <TypedText
      {...rest}
      way={way}
      value={value}
      onChange={(day) => onChange(day ?? '')}
      action={
        <CalendarButton label={rest.label} day={dayWay.read(value) ?? ''} onPick={onChange} />
      }
    />
  )
}
