import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { listFaults } from '../../petition/fields/validate.ts'
import type { Faults, FieldName } from '../../petition/fields/fields.ts'
import { focusField } from './ErrorSummary.tsx'
import type { FormMessage } from '../submit/form-message.ts'
import { focusPart } from './Part.tsx'
import { describePlace } from './steps.ts'

/** What is focused once the next state is drawn. */
export type Focus = FieldName | 'summary' | 'part' | null

/**
 * Says in the page's title where the person is or what is wrong, and brings the focus there after a
 * step was changed or a form refused.
 * @returns where to note what is to be focused next
 */
export function useFocus(
  summary: RefObject<HTMLDivElement | null>,
  came: {
    faults: Faults
    notice: FormMessage | null
    step: number | null
    asked: readonly number[]
    ended: boolean
  },
): { current: Focus } {
  const { faults, notice, step, asked, ended } = came
  const focus = useRef<Focus>(null)
  useEffect(() => {
    if (ended) {
      entitle('已经收到')
      return
    }
    const count = listFaults(faults).length
    const place = step === null ? '' : `${describePlace(step, asked)}：`
    const wrong = count > 0 ? `有 ${count} 处要改：` : notice && `${notice.title}：`
    entitle(`${wrong ?? place}提出信访事项`)
    if (focus.current === 'summary') summary.current?.focus()
    else if (focus.current === 'part' && step !== null) focusPart(step)
    else if (focus.current) focusField(focus.current as FieldName)
    focus.current = null
  }, [faults, notice, step, asked.length, ended])
  return focus
}

/** Names the page, before the name of the site. */
function entitle(said: string): void {
  document.title = document.title.replace(/^.*(?= - )/, said)
}
