/** A box of an MP4 file. */
export function box(type: string, ...parts: (Uint8Array | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** Numbers of a box, of four bytes each. */
export const fours = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [place, value] of values.entries()) bytes.writeInt32BE(value | 0, place * 4)
  return bytes
}

/** Captions of one sentence, until `end` (`00:00:03.000`). */
export function captions(end = '00:00:03.000'): string {
  return `WEBVTT\n\n1\n00:00:00.500 --> ${end}\n一句字幕\n`
}
