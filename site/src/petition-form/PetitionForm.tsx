import { useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import type { Category } from '@portal/content/schema/category'
import { address } from '../layouts/address.ts'
import type { Faults, TypedFields } from '../petition/fields.ts'
import { listFaults, validate } from '../petition/validate.ts'
import { typedFields } from './answer.ts'
import type { Answer } from './answer.ts'
import { CategoryChoice } from './CategoryChoice.tsx'
import type { CategoryOption } from './CategoryChoice.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { Intro } from './Intro.tsx'
import { noticeOf } from './notice.ts'
import type { Notice } from './notice.ts'
import { PersonFields } from './PersonFields.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { Receipt } from './Receipt.tsx'
import type { Option, RegionGroup } from './region-groups.ts'
import { sendForm } from './send.ts'
import { StoryFields } from './StoryFields.tsx'
import { Undertaking } from './Undertaking.tsx'

export type PetitionFormProps = {
  formKey: string
  typed: TypedFields
  faults: Faults
  notice: Notice | null
  categories: CategoryOption[]
  topics: Option[]
  unsure: Option | null
  regionGroups: RegionGroup[]
  officeName: string
  phone: string
}

/**
 * The petition form. Without a script it is a plain form that posts to its own page; with one it
 * checks before sending, keeps everything when the network fails, and shows the receipt in place.
 */
export function PetitionForm(props: PetitionFormProps) {
  const { typed, categories, topics, unsure, regionGroups, officeName, phone } = props
  const [faults, setFaults] = useState(props.faults)
  const [notice, setNotice] = useState(props.notice)
  const [formKey, setFormKey] = useState(props.formKey)
  const [sending, setSending] = useState(false)
  const [receipt, setReceipt] = useState<{ answer: Answer; category: Category } | null>(null)
  const summary = useRef<HTMLDivElement>(null)
  const busy = useRef(false)

  useEffect(() => {
    const count = listFaults(faults).length
    const prefix = count > 0 ? `有 ${count} 处要改：` : ''
    document.title = prefix + document.title.replace(/^有 \d+ 处要改：/, '')
    if (count > 0 || notice) summary.current?.focus()
  }, [faults, notice])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // A state would still be the old one in the second click of a double click.
    if (busy.current) return
    const form = event.currentTarget
    const checked = validate(readForm(form), offered(props))
    setNotice(null)
    setFaults(checked.ok ? {} : checked.faults)
    if (!checked.ok) return
    busy.current = true
    setSending(true)
    const answer = await sendForm(form)
    busy.current = false
    setSending(false)
    if (answer.kind === 'receipt') {
      document.title = document.title.replace(/^.*?(?= - )/, '已经收到')
      setReceipt({ answer, category: checked.petition.category })
      return
    }
    if (answer.kind === 'faults') setFaults(answer.faults)
    if (answer.kind === 'conflict' || answer.kind === 'bad-key') setFormKey(answer.key)
    setNotice(noticeOf(answer))
  }

  if (receipt?.answer.kind === 'receipt') {
    const { category } = receipt
    return <Receipt {...receipt.answer} {...{ category, officeName, phone }} inPlace />
  }
  return (
    <div className="petition">
      <ErrorSummary faults={faults} notice={notice} summary={summary} />
      <Intro phone={phone} />
      <form method="post" action={address('/petition/')} onSubmit={submit} noValidate>
        <input type="hidden" name="key" value={formKey} autoComplete="off" />
        <section className="part" aria-labelledby="part-1">
          <h2 id="part-1">
            <span className="part-place">第一部分，共三部分</span>这是什么事
          </h2>
          <CategoryChoice options={categories} chosen={typed.category} fault={faults.category} />
          <PlaceFields {...{ typed, faults, topics, unsure, regionGroups }} />
        </section>
        <section className="part" aria-labelledby="part-2">
          <h2 id="part-2">
            <span className="part-place">第二部分，共三部分</span>经过和诉求
          </h2>
          <StoryFields typed={typed} faults={faults} />
        </section>
        <section className="part" aria-labelledby="part-3">
          <h2 id="part-3">
            <span className="part-place">第三部分，共三部分</span>怎样联系您
          </h2>
          <PersonFields typed={typed} faults={faults} />
        </section>
        <Undertaking />
        <button type="submit" className="button is-submit" aria-disabled={sending || undefined}>
          {sending ? '正在提交…' : '提交信访事项'}
        </button>
        <p role="status" className="visually-hidden">
          {sending ? '正在提交，请稍候' : ''}
        </p>
      </form>
    </div>
  )
}

function readForm(form: HTMLFormElement): TypedFields {
  const data = new FormData(form)
  return typedFields({ get: (name) => stringOf(data.get(name)) })
}

function stringOf(value: FormDataEntryValue | null): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function offered({ categories, topics, unsure, regionGroups }: PetitionFormProps) {
  const regions = regionGroups.flatMap(({ options }) => options)
  return {
    categories: new Set(categories.map(({ value }) => value as Category)),
    topics: new Set(topics.map(({ value }) => value)),
    regions: new Set([...(unsure ? [unsure] : []), ...regions].map(({ value }) => value)),
  }
}
