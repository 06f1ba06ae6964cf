import { z } from 'zod'

/** The part of an address that names an entry: lower-case Latin letters, digits, single hyphens. */
export const slug = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, '只能用小写字母、数字和连字符')
