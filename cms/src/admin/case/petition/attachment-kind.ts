/** How a file is shown in the page; what browsers cannot show is saved. */
export type Shown = 'picture' | 'paper' | 'film' | 'sound' | 'other'

/** Types of pictures that browsers show; others, such as those of telephones of some makers, they do not. */
const pictures = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']

/** How a file of a type is shown. The type was found from its content when it came in, not from its name. */
export function shownAs(type: string): Shown {
  if (pictures.includes(type)) return 'picture'
  if (type === 'application/pdf') return 'paper'
  if (type.startsWith('video/')) return 'film'
  return type.startsWith('audio/') ? 'sound' : 'other'
}

/** A size as staff read it. */
export function writeSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
