/**
 * Asks the portal, and gives up after a time. (`AbortSignal.timeout` is younger than browsers in use.)
 * @param timeoutMs milliseconds until the whole answer must have come
 * @param read takes what is wanted out of the answer
 * @returns `null` where none came in time, or the network is gone
 */
export async function timedRequest<T>(
  url: string,
  init: RequestInit,
  timeoutMs: number,
  read: (response: Response) => Promise<T>,
): Promise<T | null> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  try {
    return await read(await fetch(url, { ...init, signal: abort.signal }))
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Posts fields as a form of the page would, and asks for the answer as data.
 * @returns `null` where none came within a minute
 */
export function postFields<T>(
  url: string,
  fields: URLSearchParams,
  init: RequestInit = {},
): Promise<T | null> {
  const request = {
    ...init,
    method: 'POST',
    body: fields,
    headers: { Accept: 'application/json' },
  }
  return timedRequest(url, request, 60_000, async (response) => (await response.json()) as T)
}

/** What stands in a form, without its files: those go by themselves. */
export function textFields(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams()
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string') fields.append(name, value)
  })
  return fields
}
