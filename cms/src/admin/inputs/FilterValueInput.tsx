import { SingleSelect, SingleSelectOption } from '@strapi/design-system'
import { TypedText } from './TypedText'
import { filtering, momentWay } from './typed-formats'

type Props = {
  label?: string
  type: string
  value?: string
  options?: { value: string; label: string }[]
  onChange: (value: string) => void
}

const way = filtering(momentWay)

/** What the media library is narrowed by; in the place of Strapi's, whose dates become others. */
export function FilterValueInput({ label = '', type, value = '', options = [], onChange }: Props) {
  if (type === 'date') {
    const enter = (moment: string | null) => onChange(moment ?? '')
    return (
      <TypedText
        name="moment"
        label={null}
        aria-label={label}
        way={way}
        value={value}
        onChange={enter}
      />
    )
  }
  return (
    <SingleSelect aria-label={label} value={value} onChange={(word) => onChange(String(word))}>
      {options.map((option) => (
        <SingleSelectOption key={option.value} value={option.value}>
          {option.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  )
}
