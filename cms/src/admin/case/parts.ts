/** The lists of a case as they are stored. */
export type Step = { at: string; state: string; text: string; by: string }
export type KeptFile = {
  id: string
  name: string
  bytes: number
  at: string
  state: 'kept' | 'missing' | 'damaged'
}
export type FollowUp = {
  at: string
  kind: 'supplement' | 'withdrawal' | 'appeal'
  level: 'review' | 're-review' | null
  text: string
  attachments: string[]
}
export type Opinion = {
  level: 'review' | 're-review'
  text: string
  body: string
  deliveredAt: string
}

/** A size as staff read it. */
export function writeSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
