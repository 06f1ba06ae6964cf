/** What the API said of a failure, or that nothing was heard. */
export function messageOf(error: unknown): string {
  const response = (error as { response?: { data?: { error?: { message?: string } } } }).response
  return response?.data?.error?.message ?? '没有办成：请检查网络后再试。'
}
