import { firstQuestion, questions } from './questions.ts'
import type { Verdict } from './verdicts.ts'

/** The question that leads to a question or verdict; `null` for the first. */
export function questionBefore(name: string): string | null {
  const found = Object.entries(questions).find(([, { choices }]) =>
    choices.some(({ to }) => to === name),
  )
  return found ? found[0] : null
}

/** The path of a question or verdict below `/petition/where/`. */
export function wherePath(name: string): `/petition/where/${string}` {
  return name === firstQuestion ? '/petition/where/' : `/petition/where/${name}/`
}

/** The form, opened with what the verdict knows of the matter. */
export function formPath({ form }: Verdict): `/petition/${string}` | null {
  return form ? `/petition/?${new URLSearchParams(form)}` : null
}
