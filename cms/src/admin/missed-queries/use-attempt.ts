import { useState } from 'react'
import { messageOf } from '../error-message'

/** Something that is asked of the desk's server: whether it is under way, and the words if it was refused. */
export function useAttempt() {
  const [refusal, setRefusal] = useState('')
  const [busy, setBusy] = useState(false)

  /** @param work gives `gone` where what is shown goes with it: nothing more is offered until then */
  async function attempt(work: () => Promise<'gone' | void>): Promise<void> {
    setBusy(true)
    setRefusal('')
    try {
      if ((await work()) === 'gone') return
    } catch (error) {
      setRefusal(messageOf(error))
    }
    setBusy(false)
  }

  return { busy, refusal, attempt }
}
