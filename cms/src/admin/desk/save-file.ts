/** Saves what the server sent under the file's own name. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Given up too early, a large file is not saved whole.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
