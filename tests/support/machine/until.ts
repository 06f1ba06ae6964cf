/**
 * Asks again until there is an answer.
 * @param look gives the answer, or undefined while there is none
 * @throws after `seconds`, naming what was waited for
 */
export async function until<T>(
  what: string,
  seconds: number,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000
  while (Date.now() < deadline) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`waited ${seconds} s for ${what}`)
}
