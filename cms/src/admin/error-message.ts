/** Said of an import that nothing was heard of. */
export const notImported = '没有导入：请检查网络后再试。'

type Refusal = { response?: { data?: { error?: { message?: string } } } }

/** What the server said of a request that it refused. @param otherwise said where nothing was heard of it */
export function messageOf(error: unknown, otherwise = '没有办成：请检查网络后再试。'): string {
  return (error as Refusal).response?.data?.error?.message ?? otherwise
}
