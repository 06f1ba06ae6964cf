/** A sentence for the operator: why there is no backup, or why it was not restored, and what to do. */
export class BackupError extends Error {
  override name = 'BackupError'
}
