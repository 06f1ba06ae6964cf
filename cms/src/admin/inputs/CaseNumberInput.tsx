import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { Combobox, ComboboxOption, Field } from '@strapi/design-system'
import { useFetchClient, useField } from '@strapi/strapi/admin'
import { forwardRef, useEffect, useState, type ChangeEvent } from 'react'
import type { CaseChoice } from '../../contracts/cases/desk-state.ts'

type Props = { name: string; label: string; hint?: string; disabled?: boolean }

/** So long is waited for the next digit, in milliseconds. */
const pause = 250

const dayInWords = (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')
const described = ({ number, receivedOn, category, state }: CaseChoice) =>
  `${formatReceiptNumber(number)}　${dayInWords(receivedOn)}收到　${category}　${state}`

/** The case that a notice is about: found by its number, with or without spaces, and chosen. */
const CaseNumberInput = forwardRef<HTMLDivElement, Props>(
  ({ name, label, hint, disabled }, ref) => {
    const { post } = useFetchClient()
    const { value, error, onChange } = useField<string | null>(name)
    const [typed, setTyped] = useState('')
    const [choices, setChoices] = useState<CaseChoice[] | null>(null)

    useEffect(() => {
      let gone = false
      const timer = window.setTimeout(() => {
        post<{ cases: CaseChoice[] }>('/desk/notices/cases', {
          typed: typed || (value ?? ''),
        }).then(
          ({ data }) => gone || setChoices(data.cases),
          () => gone || setChoices([]),
        )
      }, pause)
      return () => {
        gone = true
        window.clearTimeout(timer)
      }
    }, [typed, value, post])

    const known = choices?.some(({ number }) => number === value)
    return (
      <Field.Root name={name} error={error} hint={hint} ref={ref}>
        <Field.Label>{label}</Field.Label>
        <Combobox
          value={value ?? ''}
          placeholder="输入编号里的几位，从列表里选"
          disabled={disabled}
          autocomplete="none"
          loading={choices === null}
          loadingMessage="正在查找…"
          noOptionsMessage={() => '已经办结的办件里，没有编号有这几位的'}
          clearLabel="不选办件"
          onInputChange={(event: ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
          onChange={(number) => {
            setTyped('')
            onChange(name, number ? String(number) : null)
          }}
          onClear={() => {
            setTyped('')
            onChange(name, null)
          }}
        >
          {value && !known && (
            <ComboboxOption value={value}>{formatReceiptNumber(value)}</ComboboxOption>
          )}
          {(choices ?? []).map((choice) => (
            <ComboboxOption key={choice.number} value={choice.number}>
              {described(choice)}
            </ComboboxOption>
          ))}
        </Combobox>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    )
  },
)
CaseNumberInput.displayName = 'CaseNumberInput'

export default CaseNumberInput
