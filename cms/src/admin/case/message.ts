/** What the server says of a request that was refused, else what to do where it did not answer. */
export function messageOf(error: unknown): string {
  const response = (error as { response?: { data?: { error?: { message?: string } } } }).response
  return response?.data?.error?.message ?? '没有办成：请检查网络后再试。'
}
