import type { AttachmentQueue } from './attachment-queue.ts'

/**
 * Takes over the field that a browser without a script sends its files with: those that were chosen
 * before the script was there, and those of a chooser that is open while the field is replaced.
 */
export function takeScriptlessFiles(
  queue: AttachmentQueue,
  plain: HTMLInputElement | null | undefined,
): void {
  const take = () => queue.add(Array.from(plain?.files ?? []))
  take()
  plain?.addEventListener('change', take)
}
