import type { ReactNode } from 'react'
import { describePlace, steps } from './steps.ts'

type Props = {
  place: number
  /** The steps that are asked. */
  asked: readonly number[]
  /** The step that is shown; `null` without a script, where all stand below each other. */
  shown: number | null
  children: ReactNode
}

/** One step of the form, under its heading. A hidden one, or one not asked, keeps what was typed in it. */
export function Part({ place, asked, shown, children }: Props) {
  const step = steps[place]
  if (!step) return null
  const id = `part-${step.key}`
  const away = !asked.includes(place) || (shown !== null && shown !== place)
  return (
    <section className="part" aria-labelledby={id} hidden={away}>
      <h2 id={id} tabIndex={-1}>
        {shown !== null && <span className="part-place">{describePlace(place, asked)}</span>}
        {step.title}
      </h2>
      {children}
    </section>
  )
}

/** Shows a step from its top and focuses its heading, so that a screen reader begins there. */
export function focusPart(place: number): void {
  const heading = document.getElementById(`part-${steps[place]?.key}`)
  heading?.scrollIntoView()
  heading?.focus({ preventScroll: true })
}
