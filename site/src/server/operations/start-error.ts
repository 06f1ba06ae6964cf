/** The portal cannot start; `message` tells the operator what to do. */
export class StartError extends Error {
  override name = 'StartError'
}
