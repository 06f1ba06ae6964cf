import { z } from 'zod'

/**
 * 问法: words in which people ask for a page (要工资、老板跑了). They are searched like a title and shown
 * nowhere.
 */
export const phrasings = z.array(z.string().trim().min(1).max(30)).max(30).default([])
