import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  Typography,
} from '@strapi/design-system'

type Choice = { value: string; word: string; isClosed?: boolean }

/** One of some words. */
export function ChoiceField(props: {
  name: string
  label: string
  placeholder?: string
  choices: Choice[]
  value: string
  onChange: (value: string) => void
}) {
  const { name, label, placeholder = '请选择', choices, value, onChange } = props
  return (
    <Field.Root name={name}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        placeholder={placeholder}
        value={value}
        onChange={(chosen) => onChange(String(chosen))}
      >
        {choices.map(({ value: one, word, isClosed = false }) => (
          <SingleSelectOption key={one} value={one} disabled={isClosed}>
            {word}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  )
}

/** Some lines of text. */
export function WordsField(props: {
  name: string
  label: string
  rows: number
  hint?: string
  value: string
  onChange: (value: string) => void
}) {
  const { name, label, rows, hint, value, onChange } = props
  return (
    <Field.Root name={name} hint={hint}>
      <Field.Label>{label}</Field.Label>
      <Textarea
        rows={rows}
        style={{ fontSize: 16, lineHeight: 1.7 }}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Field.Hint />
    </Field.Root>
  )
}

/** The end of a form: why it was not taken, and the button that sends it. */
export function SendRow(props: {
  button: string
  fault: string
  busy: boolean
  onSend: () => void
}) {
  const { button, fault, busy, onSend } = props
  return (
    <>
      {fault && (
        <Typography textColor="danger600" role="alert">
          {fault}
        </Typography>
      )}
      <Flex>
        <Button loading={busy} onClick={onSend}>
          {button}
        </Button>
      </Flex>
    </>
  )
}
