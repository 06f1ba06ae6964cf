import { useField } from '@strapi/strapi/admin'
import { CalendarButton } from './CalendarButton'
import { TypedInput, type Props } from './TypedInput'
import { dayWay, filtering } from './typed-formats'

/** A day, typed, pasted or picked; in the place of Strapi's, which takes 2026-11-03 for 1826. */
export function DateInput(props: Props) {
  const { value, onChange } = useField<string | null>(props.name)
  const label = props.label ?? props['aria-label'] ?? ''
  return (
    <TypedInput
      {...props}
      way={props.label ? dayWay : filtering(dayWay)}
      action={
        <CalendarButton
          label={label}
          day={dayWay.read(value ?? '') ?? ''}
          disabled={props.disabled}
          onPick={(day) => onChange(props.name, day)}
        />
      }
    />
  )
}
