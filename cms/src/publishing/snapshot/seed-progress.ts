/** So often it is said how far the seeding is, in milliseconds. */
const interval = 2_000

/**
 * Puts how far a long work is into words: how much is done, and about how long the rest takes.
 * @param elapsed milliseconds since it began
 */
export function progressWords(done: number, total: number, elapsed: number): string {
  const count = (value: number) => value.toLocaleString('zh-CN')
  const seconds = Math.ceil(((elapsed / done) * (total - done)) / 1_000)
  const left = seconds >= 120 ? `${Math.ceil(seconds / 60)} 分钟` : `${seconds} 秒`
  return `${count(done)}/${count(total)}${done < total ? `，大约还要 ${left}` : ''}`
}

/**
 * Tells how far the seeding is: in the log, and to whoever has started the CMS and waits for it.
 * @param log writes a line
 */
export function seedProgress(log: (line: string) => void): (done: number, total: number) => void {
  const began = Date.now()
  let said = 0
  return (done, total) => {
    if (done < total && Date.now() - said < interval) return
    said = Date.now()
    const words = progressWords(done, total, said - began)
    log(`写入初始内容 ${words}`)
    process.send?.({ progress: words })
  }
}
