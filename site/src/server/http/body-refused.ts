/** A body that is not taken; Fastify answers with `statusCode`. It quotes nothing of the body. */
export class BodyRefused extends Error {
  readonly statusCode: 400 | 413 | 415 | 503
  constructor(statusCode: 400 | 413 | 415 | 503) {
    super(`a body is refused: ${statusCode}`)
    this.statusCode = statusCode
  }
}
