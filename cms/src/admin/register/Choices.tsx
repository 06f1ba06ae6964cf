import { Choice, ChoiceRow, Fault, Plain } from './layout'

type Props = {
  name: string
  label: string
  options: [value: string, word: string][]
  value: string
  fault: string | undefined
  /** The least width of a choice. */
  least: string
  onChange: (value: string) => void
}

/** A few answers, all in sight. */
export function Choices({ name, label, options, value, fault, least, onChange }: Props) {
  return (
    <Plain
      role="radiogroup"
      aria-invalid={fault !== undefined}
      aria-describedby={`register-${name}-says`}
    >
      <legend>{label}</legend>
      <ChoiceRow $least={least}>
        {options.map(([option, word]) => (
          <Choice key={option}>
            <input
              type="radio"
              name={name}
              checked={value === option}
              onChange={() => onChange(option)}
            />
            {word}
          </Choice>
        ))}
      </ChoiceRow>
      <div id={`register-${name}-says`}>{fault && <Fault>{fault}</Fault>}</div>
    </Plain>
  )
}
