import { slugForm } from '@portal/content/characters/slug-form'
import { Field, TextInput } from '@strapi/design-system'
import { useFetchClient, useField, useForm } from '@strapi/strapi/admin'
import { useEffect, useRef, useState } from 'react'
import { useParams } from 'react-router-dom'
import { slugAdvice, tidySlug, type SlugAnswer } from '../../contracts/publications/slugs.ts'
import type { Props } from './TypedInput'

const pause = 400

/** The address of an entry: made from the title of a new one until somebody writes another. */
export default function SlugInput({ name, label, hint, required, disabled }: Props) {
  const { get } = useFetchClient()
  const { slug: uid, id } = useParams()
  const { value, error, onChange } = useField<string | null>(name)
  const values = useForm('SlugInput', (state) => state.values) as Record<string, unknown>
  const title = values.title ?? values.name ?? values.office
  const suggested = useRef('')
  const shown = useRef(value ?? '')
  const [owner, setOwner] = useState<string | null>(null)
  const text = value ?? ''
  shown.current = text
  const isNew = !id || id === 'create'
  const follows = isNew && !disabled && (text === '' || text === suggested.current)

  useEffect(() => {
    if (!follows || typeof title !== 'string' || !title.trim()) return
    let isOver = false
    const timer = window.setTimeout(() => {
      get<SlugAnswer>(`/desk/slugs/${uid}`, { params: { title } }).then(
        ({ data }) => {
          // An address that was typed while this was asked stays: the form may not have been drawn with it yet.
          if (isOver || (shown.current !== '' && shown.current !== suggested.current)) return
          suggested.current = data.suggestion ?? ''
          onChange(name, data.suggestion)
        },
        // Left empty it is made when the entry is saved.
        () => {},
      )
    }, pause)
    return () => {
      isOver = true
      window.clearTimeout(timer)
    }
  }, [title, follows, uid, name])

  function leave() {
    const slug = tidySlug(text)
    if (slug !== text) onChange(name, slug || null)
    shown.current = slug
    setOwner(null)
    if (!slugForm.test(slug)) return
    const params = { slug, ...(isNew ? {} : { entry: id }) }
    get<SlugAnswer>(`/desk/slugs/${uid}`, { params }).then(
      ({ data }) => shown.current === slug && setOwner(data.owner),
      () => {},
    )
  }

  const fault =
    text && !slugForm.test(tidySlug(text))
      ? slugAdvice
      : owner
        ? `“${owner}”已经用着这个网址名，请换一个。`
        : error
  return (
    <Field.Root name={name} error={fault} hint={hint} required={required}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        value={text}
        disabled={disabled}
        onChange={(event) => {
          setOwner(null)
          shown.current = event.target.value
          onChange(name, event.target.value || null)
        }}
        onBlur={leave}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  )
}
