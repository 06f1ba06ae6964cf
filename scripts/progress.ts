/**
 * Runs one step of a command and shows that it is going on: a running clock on a terminal, a line
 * every ten seconds elsewhere. The step's own fault goes on to the caller.
 * @param work may tell how far it is
 */
export async function step<T>(
  title: string,
  work: (progress: (words: string) => void) => Promise<T>,
): Promise<T> {
  const started = Date.now()
  const terminal = process.stderr.isTTY
  const elapsed = () => `${((Date.now() - started) / 1000).toFixed(0)} 秒`
  let far = ''
  const show = (mark: string, end: string) =>
    process.stderr.write(
      `${terminal ? '\r\x1b[2K' : ''}${mark} ${title}${far}（${elapsed()}）${end}`,
    )
  const timer = setInterval(() => show('·', terminal ? '' : '\n'), terminal ? 1_000 : 10_000)
  try {
    const result = await work((words) => (far = ` ${words}`))
    show('✓', '\n')
    return result
  } catch (error) {
    show('✗', '\n')
    throw error
  } finally {
    clearInterval(timer)
  }
}
