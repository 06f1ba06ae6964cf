import { z } from 'zod'

/** 查询编号: 16 digits, random, so that numbers tell nothing and cannot be counted through. */
export const receiptNumber = z.string().regex(/^\d{16}$/)
