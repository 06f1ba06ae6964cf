import { z } from 'zod'

const form = /^media\/[A-Za-z0-9][A-Za-z0-9._-]*$/
const malformed = '文件须在 media/ 内，名称只含字母、数字、点、横线'

/** A file under `media/` of the content folder: no folders above it, no address of another host. */
export const mediaPath = z.string().regex(form, malformed)

/** The same, with a sentence for staff who have not chosen a file yet. */
export const requiredFile = (absent: string) =>
  z
    .string({ error: ({ input }) => (input === undefined ? absent : undefined) })
    .regex(form, malformed)

/** What must stay in sight when a picture is cropped, as parts of its width and height from the top left. */
export const focus = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
export type Focus = z.infer<typeof focus>

/** A picture and the words that stand for it when it is not seen. */
export const picture = z.object({
  src: mediaPath,
  alt: z.string().min(1, '图片没有替代文字：请在媒体库里写一句话说明图里是什么').max(200),
  focus: focus.optional(),
})
export type Picture = z.infer<typeof picture>
