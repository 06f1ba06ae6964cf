import { messageOf } from '../error-message'
import { useHeldState } from '../saving/use-held-state'

/**
 * Sends what a form holds: once at a time, and says why it was not taken. Both stay where a page is laid out anew.
 * @param name of the form
 */
export function useSend(name: string) {
  const [fault, setFault] = useHeldState(`${name} fault`, '')
  const [busy, setBusy] = useHeldState(`${name} busy`, false)
  async function send(work: () => Promise<void>): Promise<void> {
    setFault('')
    setBusy(true)
    try {
      await work()
    } catch (error) {
      setFault(messageOf(error))
    }
    setBusy(false)
  }
  return { fault, setFault, busy, send }
}
