import { useEffect, useRef } from 'react'
import { createStepHistory } from './step-history.ts'
import type { StepHistory } from './step-history.ts'

/** The browser's history of the form on this page. */
export function useStepHistory(show: (step: number) => void): { current: StepHistory | null } {
  const shown = useRef(show)
  shown.current = show
  const steps = useRef<StepHistory>(null)
  useEffect(() => {
    steps.current = createStepHistory((step) => shown.current(step))
    return () => steps.current?.close()
  }, [])
  return steps
}
