import { useField } from '@strapi/strapi/admin'
import { writeDayAndTime } from '../../writing/days.ts'
import { CalendarButton } from './CalendarButton'
import { TypedInput, type Props } from './TypedInput'
import { filtering, momentWay } from './typed-formats'

/** A day and a time, typed, pasted or picked, by the office's clock whatever the browser's; in the place of Strapi's. */
export function DateTimeInput(props: Props) {
  const { value, onChange } = useField<string | null>(props.name)
  const label = props.label ?? props['aria-label'] ?? ''
  const [day = '', time = '00:00'] = writeDayAndTime(momentWay.read(value ?? '') ?? '').split(' ')
  return (
    <TypedInput
      {...props}
      way={props.label ? momentWay : filtering(momentWay)}
      action={
        <CalendarButton
          label={label}
          day={day}
          disabled={props.disabled}
          onPick={(picked) => onChange(props.name, momentWay.read(`${picked} ${time}`) ?? null)}
        />
      }
    />
  )
}
