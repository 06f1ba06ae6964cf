import { access } from 'node:fs/promises'

/** Whether there is a file, folder or unbroken link at `path`. */
export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
