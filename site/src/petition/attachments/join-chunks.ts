/** Joins chunks to parts of at least `least` bytes; the last may be shorter. */
export async function* joinChunks(
  bytes: AsyncIterable<Uint8Array>,
  least: number,
): AsyncIterable<Buffer> {
  let chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    chunks.push(chunk)
    length += chunk.length
    if (length < least) continue
    yield Buffer.concat(chunks)
    chunks = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(chunks)
}
