import { useState } from 'react'
import { withoutRepresentatives } from '@portal/content/schema/petition/people'
import type { Faults, TypedFields } from '../../../petition/fields/fields.ts'
import { peopleOf } from '../../../petition/fields/parse-petitioner.ts'
import {
  representativeFields,
  representativeNumbers,
} from '../../../petition/fields/representatives.ts'
import { ArticleLink } from '../../../components/regulation/ArticleLink.tsx'
import { TextField } from './TextField.tsx'

type Props = { typed: TypedFields; faults: Faults; chosen: TypedFields | null }

/** How many people file together, and for more than five whom they chose. */
export function JointFields({ typed, faults, chosen }: Props) {
  const [asked, setAsked] = useState(1)
  const filled = representativeNumbers.filter((number) => {
    const { name, phone } = representativeFields(number)
    const now = chosen ?? typed
    return Boolean(now[name] || now[phone] || faults[name] || faults[phone])
  })
  const shown = chosen ? Math.max(asked, ...filled) : representativeNumbers.length
  const few = chosen !== null && (peopleOf(chosen) ?? 0) <= withoutRepresentatives
  const add = () => {
    setAsked(shown + 1)
    const next = representativeNumbers[shown]
    // The field is there only after this state has been drawn.
    if (next) setTimeout(() => document.getElementById(representativeFields(next).name)?.focus())
  }
  return (
    <>
      <TextField
        name="people"
        hint="连您自己在内，用数字写。"
        inputMode="numeric"
        autoComplete="off"
        short
        {...{ typed, faults }}
      />
      <details className="representatives" hidden={few} open={chosen !== null || filled.length > 0}>
        <summary hidden={chosen !== null}>超过 {withoutRepresentatives} 人的，写推选的代表</summary>
        <p className="part-why">
          超过 {withoutRepresentatives} 人的，请推选代表，最多 5 位（
          <ArticleLink article={20} />
          ）。您自己是代表的，也写上。
        </p>
        {representativeNumbers.map((number) => {
          const { name, phone } = representativeFields(number)
          return (
            <div className="pair" key={number} hidden={number > shown}>
              <TextField name={name} autoComplete="off" {...{ typed, faults }} />
              <TextField name={phone} type="tel" autoComplete="off" {...{ typed, faults }} />
            </div>
          )
        })}
        {shown < representativeNumbers.length && (
          <p className="buttons">
            <button type="button" className="button is-quiet" onClick={add}>
              再写一位代表
            </button>
          </p>
        )}
      </details>
    </>
  )
}
