import { z } from 'zod'

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. The office's clocks count in these. */
export const day = z.iso.date()

/** A moment with its offset, such as `2026-11-22T09:30:00+08:00`. */
export const instant = z.iso.datetime({ offset: true })

/** A time of day on the office's wall clock, `HH:MM`. */
export const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '时间写成 09:00 的样子')
