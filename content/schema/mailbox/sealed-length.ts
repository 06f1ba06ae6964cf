/**
 * The most bytes that a file of `bytes` may have once it is sealed: the head of an age file, and the tag of each 64
 * KiB of it. Whatever is longer is another file.
 */
export function longestSealed(bytes: number): number {
  return bytes + 64 * 1024 + 16 * (Math.ceil(bytes / 65_536) + 1)
}
