import { z } from 'zod'

/** How a matter ended: arts. 29 (adopted), 31 (redirected), 32 (supported, explained, rejected), 33 (settled). */
export const outcome = z.enum([
  'supported',
  'explained',
  'rejected',
  'adopted',
  'partly-adopted',
  'settled',
  'redirected',
])
export type Outcome = z.infer<typeof outcome>

/** The words shown for each outcome. */
export const outcomes: Record<Outcome, string> = {
  supported: '予以支持',
  explained: '解释说明',
  rejected: '不予支持',
  adopted: '予以采纳',
  'partly-adopted': '部分采纳',
  settled: '调解和解',
  redirected: '导入法定程序',
}
