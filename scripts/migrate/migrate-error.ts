/** A sentence for the operator: why nothing was moved, and what to do. */
export class MigrateError extends Error {
  override name = 'MigrateError'
}
