/** What the desk said of a refusal, or that it could not be reached. */
export function messageOf(error: unknown): string {
  const { response } = error as { response?: { data?: { error?: { message?: string } } } }
  return response?.data?.error?.message ?? '没有导入：请检查网络后再试。'
}
