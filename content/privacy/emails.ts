import { words, type Pattern } from './pattern.ts'

const files = /\.(?:PNG|JPE?G|WEBP|GIF|SVG|AVIF|CSS|JS|MJS|PDF|MP4)$/

export const emails: readonly Pattern[] = [
  words(
    'email',
    '[A-Z0-9](?:[A-Z0-9._%+]|-){0,63} ?@ ?(?:[A-Z0-9](?:[A-Z0-9-]{0,62})\\.)+[A-Z]{2,24}',
    ({ found }) => (files.test(found) ? 0 : found.length),
    false,
  ),
]
