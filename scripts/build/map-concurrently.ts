/** How many pages of a thread wait for their pictures and for the disk at a time. */
const concurrency = 8

/** Does some work for each, a few at a time, and gives what came of it in order. */
export async function mapConcurrently<T, R>(
  each: readonly T[],
  work: (one: T) => Promise<R>,
): Promise<R[]> {
  const done: R[] = []
  let next = 0
  const lane = async () => {
    while (next < each.length) {
      const at = next
      next += 1
      done[at] = await work(each[at] as T)
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, each.length) }, lane))
  return done
}
