import { z } from 'zod'

/** An address of an entry's page below the site's base path, such as `/essays/a-lamp/`. */
export const pagePath = z
  .string()
  .regex(/^\/[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*\/$/, '须是页面地址，例如 /essays/a-lamp/')
