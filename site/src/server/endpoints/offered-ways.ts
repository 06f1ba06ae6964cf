import type { NotifyWay } from '@portal/content/schema/petition/petition'
import type { Channels } from '../../petition/ports.ts'

const timeoutMs = 500

/**
 * Reads the ways that the form may offer. The form must open though the mailbox is away: then what was
 * known last counts, and a way that has closed meanwhile is told when the form is sent.
 */
export function createOfferedWays(channels: Pick<Channels, 'offered'>): () => Promise<NotifyWay[]> {
  let known: NotifyWay[] = []
  return async () => {
    const reading = channels.offered().then(
      (ways) => void (known = ways),
      () => {},
    )
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, timeoutMs)
    })
    await Promise.race([reading, late])
    clearTimeout(timer)
    return known
  }
}
