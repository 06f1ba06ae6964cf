import { z } from 'zod'

/** A file under `media/` of the content folder: no folders above it, no address of another host. */
export const mediaPath = z
  .string()
  .regex(/^media\/[A-Za-z0-9][A-Za-z0-9._-]*$/, '文件须在 media/ 内，名称只含字母、数字、点、横线')

/** A picture and the words that stand for it when it is not seen. */
export const picture = z.object({ src: mediaPath, alt: z.string().min(1).max(200) })
