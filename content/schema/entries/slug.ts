import { z } from 'zod'
import { slugForm } from '../../characters/slug-form.ts'

/** The part of an address that names an entry: lower-case Latin letters, digits, single hyphens. */
export const slug = z.string().min(1).max(120).regex(slugForm, '只能用小写字母、数字和连字符')
