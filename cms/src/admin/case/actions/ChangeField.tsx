import { categories } from '@portal/content/schema/petition/category'
import { Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import type { CasePage, CasePlaces } from '../../../contracts/cases/page.ts'
import { messageOf } from '../../error-message'
import { FindBox } from './FindBox'
import type { Fields } from './action-fields'

type Props = {
  page: CasePage
  fields: Fields
  error: string | undefined
  onChange: (changes: Partial<Fields>) => void
}

const names = { category: '信访类别', topic: '问题领域', region: '问题属地' } as const

/** Asks what of a case is corrected, and to what. */
export function ChangeField({ page, fields, error, onChange }: Props) {
  const { get } = useFetchClient()
  const [places, setPlaces] = useState<Pick<CasePlaces, 'topics' | 'regions'>>({
    topics: [],
    regions: [],
  })
  const [fault, setFault] = useState('')
  useEffect(() => {
    get<CasePlaces>('/desk/cases/places').then(
      ({ data }) => setPlaces(data),
      (failure: unknown) => setFault(messageOf(failure)),
    )
  }, [get])
  const { field, to } = fields
  const options =
    field === 'category'
      ? Object.entries(categories).map(([value, { name }]) => ({ value, label: name }))
      : places.topics.map(({ slug, name }) => ({ value: slug, label: name }))
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root required {...(error ? { error } : fault ? { error: fault } : {})}>
        <Field.Label>更正什么</Field.Label>
        <SingleSelect
          value={field ?? ''}
          placeholder="请选择"
          onChange={(chosen) => onChange({ field: String(chosen), to: undefined })}
        >
          {Object.entries(names).map(([value, label]) => (
            <SingleSelectOption key={value} value={value}>
              {`${label}（现在是${page[value as keyof typeof names]}）`}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Error />
      </Field.Root>
      {field === 'region' && (
        <FindBox
          label="改成"
          choices={places.regions}
          value={places.regions.find(({ slug }) => slug === to)?.name}
          placeholder="输入地名里的字，或者拼音首字母"
          onPick={(name) => onChange({ to: places.regions.find((one) => one.name === name)?.slug })}
        />
      )}
      {(field === 'category' || field === 'topic') && (
        <Field.Root required>
          <Field.Label>改成</Field.Label>
          <SingleSelect
            value={to ?? ''}
            placeholder="请选择"
            onChange={(chosen) => onChange({ to: String(chosen) })}
          >
            {options.map(({ value, label }) => (
              <SingleSelectOption key={value} value={value}>
                {label}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
    </Flex>
  )
}
