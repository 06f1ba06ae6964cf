import { z } from 'zod'
import { pagePathForm } from '../../characters/slug-form.ts'

/** An address of an entry's page below the site's base path, such as `/essays/a-lamp/`. */
export const pagePath = z.string().regex(pagePathForm, '须是页面地址，例如 /essays/a-lamp/')
